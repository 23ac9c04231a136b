import { removeUnfinished } from '../adapters/release/folders.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { Streams } from './context.ts';
import { printFailure } from './failure.ts';

/** What a shell expects of a program that a signal ended: 128 and the signal's number. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends the process as one that is well brought up: a signal leaves nothing half written behind, a reader that has seen
 * enough (`pilotlight render | head`) is no failure, and whatever nobody caught is said without a stack trace.
 */
export function guardProcess({ stdout, stderr, environment }: Streams): void {
  for (const [signal, code] of Object.entries(signals)) {
    process.once(signal, () => {
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
}
