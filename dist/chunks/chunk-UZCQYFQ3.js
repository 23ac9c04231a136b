import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
var r={translate:0,parts:1,validate:2,contents:3};function o(e){return{entries:[{severity:"error",message:e,path:[],line:0,column:0}],sections:[]}}export{r as a,o as b};
