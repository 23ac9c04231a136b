import { removeUnfinished } from '../adapters/release/folders.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Streams } from './context.ts';
import { printFailure } from './failure.ts';

/** What a shell expects of a program that a signal ended: 128 and the signal's number. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** How a command and the signals that end it get along. */
export interface Guard {
  /** Answers what the first signal aborts from now on, in place of ending the process; a second signal ends it at once. */
  stoppable(): AbortSignal;
  /** The exit code of a run that ended with a code of its own: the signal's, where one stopped it. */
  exitCode(own: number): number;
}

/**
 * Ends the process as one that is well brought up: a signal leaves nothing half written behind, a reader that has seen
 * enough (`pilotlight render | head`) is no failure, and whatever nobody caught is said without a stack trace.
 */
export function guardProcess({ stdout, stderr, environment }: Streams): Guard {
  const stop = new AbortController();
  let orderly = false;
  let stoppedWith: number | undefined;
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (orderly && stoppedWith === undefined) {
        stoppedWith = code;
        // After SIGHUP there is nobody to tell.
        if (signal !== 'SIGHUP') stderr.write('stopping… (once more ends at once)\n');
        stop.abort();
        return;
      }
      removeUnfinished();
      process.exit(code);
    });
  }
  const fail = (what: string, error: unknown): void => {
    removeUnfinished();
    const detail = environment.PILOTLIGHT_DEBUG ? `\n${(error as Error).stack ?? ''}` : '';
    printFailure(new Failure('world', `${what}: ${explainSystemError(error)}${detail}`), {
      stderr,
      colour: false,
    });
    process.exit(3);
  };
  const closed = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';
  stdout.on('error', (error) => void (closed(error) || fail('cannot write the output', error)));
  stderr.on('error', (error) => void (closed(error) || process.exit(3)));
  process.on('uncaughtException', (error) => fail('something unexpected went wrong', error));
  return {
    stoppable: () => {
      orderly = true;
      return stop.signal;
    },
    // A run that was done before it could be stopped did what it was asked to.
    exitCode: (own) => (own === 0 ? 0 : (stoppedWith ?? own)),
  };
}
