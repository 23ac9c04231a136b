import type { LocalFile, ReportEntry } from '../../ports/translator.ts';

/** What a call asks for; the numbers are those of translator/official/call.go. */
export const operation = { translate: 0, parts: 1, validate: 2, contents: 3 } as const;
export type Operation = (typeof operation)[keyof typeof operation];

/** One call, as it is sent to a worker. */
export interface Call {
  readonly operation: Operation;
  readonly input: string;
  readonly strict: boolean;
  /** The files below the files folder; none means that there is no such folder at all. */
  readonly files?: readonly LocalFile[];
}

/** A list of a translated configuration, or the whole of it under an empty name. */
export interface Section {
  readonly name: string;
  readonly elements: readonly string[];
}

/** What a call answers. No sections when the translation failed. */
export interface Answer {
  readonly entries: readonly ReportEntry[];
  readonly sections: readonly Section[];
}

/** What a worker says: first that it is ready, with the module for other workers to share, then one answer to each call. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly module: WebAssembly.Module }
  | { readonly kind: 'answer'; readonly answer: Answer };

/** What a worker starts with: the module of another one, or the file to make it from. */
export interface WorkerStart {
  readonly wasm: string | WebAssembly.Module;
}

/** The answer to a call that failed without a report: one error without a place. */
export function failure(message: string): Answer {
  return { entries: [{ severity: 'error', message, path: [], line: 0, column: 0 }], sections: [] };
}
