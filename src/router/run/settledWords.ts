import { ConnectionLost } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';

/** What is known of a change that went wrong. */
interface Told {
  readonly why: unknown;
  /** Whether the router was told to take it back; else it did so by itself, or never began. */
  readonly byUs: boolean;
  readonly name: string;
}

/** Why a change was not confirmed and how things stand, in words; nothing when it turned out to be confirmed. `away`: the router does not answer. */
export function settledWords(
  result: 'confirmed' | 'takenBack' | 'unknown' | 'away',
  { why, byUs, name }: Told,
): { readonly failure?: Failure } {
  if (result === 'confirmed') return {};
  const [standing, next] = {
    takenBack: [
      byUs
        ? 'the router has its old configuration again, read back and compared'
        : 'the router took the change back by itself: it has its old configuration, read back and compared',
      nextAfter(why),
    ],
    unknown: [
      'the router has neither its old configuration nor the new one: somebody else changes it',
      'Look at `uci changes` and /etc/config on the router; what was before is in /etc/pilotlight-router there.',
    ],
    away: [
      'the router does not answer any more, though it should have taken the change back by now',
      `Log in to ${name} in another way; what was before is in /etc/pilotlight-router/pending there.`,
    ],
  }[result] as [string, string];
  return { failure: new Failure('world', `${reason(why)}; ${standing}`, { next, cause: why }) };
}

function reason(why: unknown): string {
  if (why instanceof Failure) return why.message;
  if (why instanceof ConnectionLost) return `the connection was lost after the change: ${why.message}`;
  if (why instanceof Error && why.name === 'AbortError')
    return 'it was stopped before the change was confirmed';
  return why instanceof Error ? why.message : String(why);
}

function nextAfter(why: unknown): string {
  if (why instanceof Failure && why.next !== undefined) return why.next;
  return 'Look at what `pilotlight router doctor` says, mend it, and apply again.';
}
