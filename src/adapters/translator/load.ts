import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Reads and compiles the module of a `.wasm.br` file. Its functions are validated and compiled when they are first called,
 * which is most of a short process's time; the file is our own build.
 */
export function loadModule(path: string): WebAssembly.Module {
  setFlagsFromString('--wasm-lazy-compilation');
  setFlagsFromString('--wasm-lazy-validation');
  return new WebAssembly.Module(brotliDecompressSync(readFileSync(path)));
}
