import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
async function f(o,r){let n=[],e=0;for await(let t of o){if(e+=t.length,e>r)throw new Error(`the answer is longer than ${r/1024/1024} MiB`);n.push(t)}return Buffer.concat(n,e)}export{f as a};
