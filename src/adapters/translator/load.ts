import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';

/**
 * V8's settings for a module of 15 MB of which a call needs a part. Functions are validated and compiled when they are first
 * called (the file is our own build), and optimized much later than by default (13,000,000): the optimizing compiler would take
 * the cores away from the first dozens of calls. Measured: the first whole configuration in 80 ms in place of 200.
 */
const flags = ['--wasm-lazy-compilation', '--wasm-lazy-validation', '--wasm-tiering-budget=200000000'];

/** Reads and compiles the module of a `.wasm.br` file. */
export function loadModule(path: string): WebAssembly.Module {
  for (const flag of flags) setFlagsFromString(flag);
  return new WebAssembly.Module(brotliDecompressSync(readFileSync(path)));
}
