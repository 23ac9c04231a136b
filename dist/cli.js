#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const { filename: __filename, dirname: __dirname } = import.meta;
import o from"node:module";o.enableCompileCache?.();var{main:t}=await import("./main.js"),{guardProcess:r}=await import("./chunks/guard-ROUBNW4P.js"),e={stdout:process.stdout,stderr:process.stderr,environment:process.env},s=r(e),a=await t(process.argv.slice(2),{...e,stoppable:s.stoppable});process.exitCode=s.exitCode(a);
