import { createHash } from 'node:crypto';
import type { Inputs } from './inputs.ts';

/** The first line of what the step keeps up to date on GitHub: another inventory, or another site, has another. Nobody sees it. */
export function markerOf(kind: 'plan' | 'drift', { inventory, site = '' }: Inputs): string {
  const which = createHash('sha256')
    .update(JSON.stringify([inventory, site]))
    .digest('hex');
  return `<!-- pilotlight ${kind} ${which.slice(0, 16)} -->`;
}

/** Characters for a text behind its marker: GitHub takes 65,536 with it. */
export const room = 65_536 - 100;
