/** A script for shellcheck. */
export interface ShellScript {
  /** Names the script in the answer. */
  readonly id: string;
  readonly shell: 'sh' | 'bash' | 'dash';
  readonly text: string;
}

/** One comment of shellcheck. Lines and columns count from 1, a tab as one column. */
export interface ShellComment {
  readonly level: 'error' | 'warning' | 'info' | 'style';
  /** Number of its rule: 2086 of SC2086. */
  readonly code: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The real shellcheck, where the machine has it. */
export interface ShellChecker {
  /** Tells one installation from another in cache keys; undefined where it is not installed. */
  version(): Promise<string | undefined>;
  /**
   * The comments on each script, by id. Scripts are given through standard input and never written to a disk.
   * A script that shellcheck could not look at (it is not installed, it took too long, or it crashed) has no entry.
   */
  check(scripts: readonly ShellScript[]): Promise<ReadonlyMap<string, readonly ShellComment[]>>;
}
