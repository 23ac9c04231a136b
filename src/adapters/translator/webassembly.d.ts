/** The part of WebAssembly that this folder uses: Node's types name its module only. */
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;

  interface Memory {
    readonly buffer: ArrayBuffer;
  }

  var Module: { new (bytes: Uint8Array): Module };

  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Exports;
  }
}
