#!/usr/bin/env node
// Starts fast: Node keeps the compiled code of what is imported after this where it can, then the program proper is loaded.
import module from 'node:module';

module.enableCompileCache?.();
const { main } = await import('./main.ts');
const { guardProcess } = await import('./guard.ts');
const { ask } = await import('./ask.ts');
const streams = { stdout: process.stdout, stderr: process.stderr, environment: process.env };
const guard = guardProcess(streams);
const isTerminal = process.stdin.isTTY === true && process.stderr.isTTY === true;
const code = await main(process.argv.slice(2), {
  ...streams,
  stoppable: guard.stoppable,
  ...(isTerminal ? { ask } : {}),
});
process.exitCode = guard.exitCode(code);
