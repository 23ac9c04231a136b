import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
function e(n){return`'${n.replaceAll("\0","").replaceAll("'",String.raw`'\''`)}'`}function i(n){return Object.entries(n).map(([r,t])=>`${r}=${e(t)}
`).join("")}export{e as a,i as b};
