import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
function n(t){return(t.split(`
`).filter(e=>e.trim()!=="").at(-1)??"").replaceAll(/[^\x20-\x7e]/g,"?").slice(0,300)}export{n as a};
