/** Something that was read and not carried over: see `init/imported.ts`. */
export interface ToldLine {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** What became of a file. `kept`: another one is there, and stays. */
export interface FileOutcome {
  /** From the root of the repository. */
  readonly path: string;
  readonly outcome: 'created' | 'unchanged' | 'kept' | 'replaced';
  /** What differs from the one that is there; a unified diff. */
  readonly diff?: string;
}

/** A command, or something to do, and what for. */
export interface NextLine {
  /** What to type, or to do. */
  readonly command: string;
  readonly what: string;
}

/** What `init`, or an import, did. */
export interface InitReport {
  /** Folder of the inventory. */
  readonly folder: string;
  /** Whether nothing was written, because only the plan was asked for. */
  readonly planned: boolean;
  /** What was learned of the router, a line each. */
  readonly router: readonly string[];
  readonly warnings: readonly string[];
  readonly files: readonly FileOutcome[];
  readonly notes: readonly ToldLine[];
  /** Errors that `check` still has: what only a person, or the network, can tell. */
  readonly left: readonly { readonly code: string; readonly place: string; readonly message: string }[];
  readonly next: readonly NextLine[];
}
