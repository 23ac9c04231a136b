/** A file that Butane may read by `local:` or `trees:`, relative to its files folder. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/** One entry of a Butane or Ignition report. Lines and columns count from 1; 0 where the report has none. */
export interface ReportEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Path into the input: `['storage', 'files', 3, 'path']`. */
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
}

/** What a translation answers. `ignition` is there when no entry is an error (and, in strict mode, no entry is a warning). */
export interface Translation {
  readonly ignition?: string;
  readonly entries: readonly ReportEntry[];
}

/** The elements of a translated configuration, as the raw JSON texts that the official translator wrote. */
export interface TranslatedParts {
  /** Raw JSON of each element by section, in the order of the input: `{ 'storage.files': ['{"path":…}'] }`. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  readonly entries: readonly ReportEntry[];
}

/** A text as Ignition carries it. */
export interface EncodedContents {
  /** `data:,…` or `data:;base64,…`, safe in JSON as it is. */
  readonly source: string;
  /** `gzip`, or empty. */
  readonly compression: string;
}

export interface TranslateOptions {
  /** Whether a warning fails the translation, as `butane --strict`. */
  readonly strict: boolean;
  readonly files?: readonly LocalFile[];
}

/** The official Butane and Ignition. Everything that goes wrong with the input is an entry, never an exception. */
export interface Translator {
  /** Identifies translator and options in cache keys and manifests: `ignition v2.27.0`. */
  readonly version: string;
  /** Butane → Ignition, byte for byte what `butane --strict` prints (without a newline at its end, as the library gives it). */
  translate(butane: string, options: TranslateOptions): Promise<Translation>;
  /** The same, answered as raw elements by section, for assembling configurations from parts. */
  translateParts(butane: string, options: TranslateOptions): Promise<TranslatedParts>;
  /**
   * The texts of files as Butane encodes them: what depends on nothing else in a configuration, and so need not be translated with
   * it. Undefined when that failed.
   */
  encodeContents(texts: readonly string[]): Promise<readonly EncodedContents[] | undefined>;
  /** The official validator, unknown keys included. */
  validate(ignition: string): Promise<readonly ReportEntry[]>;
  /** Ends its workers. */
  close(): Promise<void>;
}
