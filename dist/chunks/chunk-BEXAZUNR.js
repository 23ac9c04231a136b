import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
import{c as r}from"./chunk-JAZF5CDZ.js";import{b as o}from"./chunk-KIDK7WEC.js";function s(t,{stderr:e,colour:i}){let n=r(i&&e.isTTY===!0);e.write(`${n.error("\u2717")} ${o(t.message)}
`),t.next!==void 0&&e.write(`  ${o(t.next)}
`)}export{s as a};
