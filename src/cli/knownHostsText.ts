import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError, Failure } from '../shared/failure.ts';

/** The text of a `known_hosts` file: the one that was named, else the user's own, which may be missing. */
export function knownHostsText({ HOME }: NodeJS.ProcessEnv, file: string | undefined): string {
  const path = file ?? (HOME === undefined ? undefined : join(HOME, '.ssh', 'known_hosts'));
  try {
    return path === undefined ? '' : readFileSync(path, 'utf8');
  } catch (error) {
    if (file === undefined) return '';
    throw new Failure('usage', `cannot read ${file}: ${explainSystemError(error)}`);
  }
}
