import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{k as i,l as o}from"./chunk-6FT5C7KS.js";function l(t,{stderr:e,colour:r}){let n=i(r&&e.isTTY===!0),p=t.message.split(`
`).map(o);e.write(`${n.error("\u2717")} ${p.join(`
`)}
`),t.next!==void 0&&e.write(`  ${o(t.next)}
`)}export{l as a};
