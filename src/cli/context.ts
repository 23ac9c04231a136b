import type { Writable } from 'node:stream';
import type { World } from '../app/world.ts';

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The streams and the environment that a run is given. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: NodeJS.ProcessEnv;
}

/** What every command of the command line works with. */
export interface Context extends Streams {
  /** Made on first use, so that `--help` starts nothing; `building` says that a site will be built. */
  world(use?: { readonly building: boolean }): World;
  /** Whether to colour what goes to standard output. */
  readonly colour: boolean;
  /** Columns of the terminal; a fixed width where there is none. */
  readonly width: number;
  /** Sets the exit code; the highest one said wins. */
  exit(code: ExitCode): void;
}

/** 0 fine, 1 findings, 2 usage, 3 the world failed, 4 refused for safety. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;
