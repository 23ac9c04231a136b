#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import e from"node:module";e.enableCompileCache?.();var{main:o}=await import("./main.js"),{guardProcess:r}=await import("./chunks/guard-J2H7MPMI.js"),s={stdout:process.stdout,stderr:process.stderr,environment:process.env};r(s);process.exitCode=await o(process.argv.slice(2),s);
