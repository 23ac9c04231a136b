import type { RunResult } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';

/** What the exit statuses of the scripts mean. */
export const statusOf = {
  done: 0,
  /** Another change of ours is not settled. */
  pending: 80,
  /** The change was taken back, or there is none. */
  reverted: 81,
  /** Nothing was changed, or all is as it was. */
  refused: 82,
  /** rpcd has a change of somebody else that waits for its confirmation. */
  foreign: 83,
} as const;

const router = 'the configuration is as it was';

/** What is wrong when a script ended with a status that is no answer. `task`: what could not be done, in words. */
export function failureOf(task: string, host: string, { status, stderr }: RunResult): Failure {
  const why = said(stderr);
  if (status === statusOf.pending) {
    return new Failure('refused', `${host}: an earlier change is not confirmed yet; nothing was changed`, {
      next: 'Wait until the router has taken it back, or take it back now: `pilotlight router rollback`.',
    });
  }
  if (status === statusOf.reverted) {
    return new Failure('world', `${host}: ${task}: the router has taken the change back already`, {
      next: 'It took longer than the time that was given: give it more.',
    });
  }
  if (status === statusOf.foreign) {
    return new Failure('refused', `${host}: somebody else's change waits for its confirmation; ${router}`, {
      next: 'Wait until LuCI, or who else changes the router, has confirmed it or given it up (90 s), and try again.',
    });
  }
  if (status === statusOf.refused) {
    return new Failure('world', `${host}: ${task}: ${why || 'it was refused'}; ${router}`);
  }
  return new Failure('world', `${host}: ${task}: ${why || `exit code ${status}`}`);
}

/** The lines that say something, the last ones first to be kept. */
function said(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replaceAll(/[^\x20-\x7e]/g, '?').trim())
    .filter((line) => line !== '');
  return lines.join('; ').slice(-400);
}
