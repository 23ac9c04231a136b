import type { Writable } from 'node:stream';
import type { WorldSettings } from '../adapters/world.ts';
import type { World } from '../app/world.ts';

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What commands print to. */
export type Printer = Pick<Output, 'isTTY' | 'columns'> & { write(text: string): unknown };

/** The streams and the environment that a run is given. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Says that what runs now can be stopped in an orderly way: from here on a signal aborts what this answers, and only a second one ends
   * the process at once.
   */
  readonly stoppable?: () => AbortSignal;
  /** Asks the person at the terminal; missing where there is none. */
  readonly ask?: (question: string) => Promise<string>;
}

/** What every command of the command line works with. */
export interface Context extends Omit<Streams, 'stdout' | 'stderr'> {
  readonly stdout: Printer;
  readonly stderr: Printer;
  /** Prints to standard output what has to stay as it is: a file, or commands for a runner of GitHub Actions. */
  exact(text: string): void;
  /** Made on first use, so that `--help` starts nothing; what it is to be used for counts then. */
  world(use?: Pick<WorldSettings, 'building' | 'ssh'>): World;
  readonly stoppable: () => AbortSignal;
  /** Whether to colour what goes to standard output. */
  readonly colour: boolean;
  /** Columns of the terminal; a fixed width where there is none. */
  readonly width: number;
  /** Sets the exit code; the highest one said wins. */
  exit(code: ExitCode): void;
}

/** 0 fine, 1 findings, 2 usage, 3 the world failed, 4 refused for safety. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;
