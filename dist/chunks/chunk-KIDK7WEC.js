import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
function r(n){return i.test(n)?n:n.replace(o,f)}function s(n){return n.split(`
`).map(r).join(`
`)}var i=/^[\u0020-\u007e]*$/,o=/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]/gu,e=9216;function f(n){let t=n.codePointAt(0)??0;return t<32?String.fromCharCode(e+t):t===127?"\u2421":t>=55296&&t<=57343?"\uFFFD":`<U+${t.toString(16).toUpperCase().padStart(4,"0")}>`}export{r as a,s as b};
