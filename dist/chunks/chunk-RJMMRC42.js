import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
var e=class extends Error{constructor(n,r){super(n,r),this.name="ConnectionLost"}};export{e as a};
