import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The files beside the code that a translator needs. */
export interface TranslatorAssets {
  /** The compressed WebAssembly module. */
  readonly wasmPath: string;
  /** The program of a worker thread. */
  readonly workerUrl: URL;
}

/**
 * Where the assets are, seen from this module: in dist, beside the bundle or one folder up; or, running from source, in the
 * checkout's dist, with the worker as TypeScript.
 */
export function findAssets(here: string = import.meta.url): TranslatorAssets {
  if (here.endsWith('.ts')) {
    return {
      wasmPath: fileURLToPath(new URL('../../../dist/translator.wasm.br', here)),
      workerUrl: new URL('./worker.ts', here),
    };
  }
  const candidates = ['./', '../'].map((folder) => new URL(folder, here));
  const dist =
    candidates.find((folder) => existsSync(new URL('translator.wasm.br', folder))) ?? new URL('./', here);
  return {
    wasmPath: fileURLToPath(new URL('translator.wasm.br', dist)),
    workerUrl: new URL('translator-worker.js', dist),
  };
}
