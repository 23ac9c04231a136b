import { availableParallelism } from 'node:os';
import type { TranslateOptions, Translator } from '../../ports/translator.ts';
import { findAssets } from './assets.ts';
import { tooLarge } from './limits.ts';
import { type Answer, type Call, type Operation, operation } from './message.ts';
import { Pool } from './pool.ts';

/** How a translator is made; everything has a default. */
export interface TranslatorSettings {
  /** The compressed WebAssembly module; default: the one in dist. */
  readonly wasmPath?: string;
  /** The worker's program; default: the one beside this code. */
  readonly workerUrl?: URL;
  /** Most threads at once; default: one for each core. */
  readonly workers?: number;
  /** How long one call may take, in milliseconds, before it is answered with an error; default: 30,000. */
  readonly timeLimitMs?: number;
  /**
   * Starts the first thread at once, so that it is ready when the inventory has been read; default: false, with the first call.
   */
  readonly startEarly?: boolean;
}

/** What the official code is, as dist/translator.json says. */
export const translatorVersion = 'ignition v2.27.0';

/** The official translator in WebAssembly, on worker threads. */
export function createTranslator(settings: TranslatorSettings = {}): Translator {
  const { wasmPath, workerUrl } = { ...findAssets(), ...settings };
  const pool = new Pool({
    start: { wasmPath, workerUrl, timeLimitMs: settings.timeLimitMs ?? 30_000 },
    workers: settings.workers ?? availableParallelism(),
  });
  if (settings.startEarly) pool.warm();
  const run = async (call: Call): Promise<Answer> => tooLarge(call) ?? (await pool.run(call));
  return {
    version: translatorVersion,
    async translate(butane, options) {
      const { entries, sections } = await run(callFor(operation.translate, butane, options));
      const ignition = sections[0]?.elements[0];
      return ignition === undefined ? { entries } : { ignition, entries };
    },
    async translateParts(butane, options) {
      const { entries, sections } = await run(callFor(operation.parts, butane, options));
      return {
        entries,
        sections: Object.fromEntries(sections.map(({ name, elements }) => [name, elements])),
      };
    },
    async validate(ignition) {
      return (await run({ operation: operation.validate, input: ignition, strict: false })).entries;
    },
    async encodeContents(texts) {
      const { sections } = await run(callFor(operation.contents, JSON.stringify(texts), { strict: false }));
      const encoded = sections[0]?.elements ?? [];
      if (encoded.length !== 2 * texts.length) return undefined;
      return texts.map((_, index) => ({
        source: encoded[2 * index] ?? '',
        compression: encoded[2 * index + 1] ?? '',
      }));
    },
    close: () => pool.close(),
  };
}

function callFor(kind: Operation, input: string, { strict, files }: TranslateOptions): Call {
  return { operation: kind, input, strict, ...(files === undefined ? {} : { files }) };
}
