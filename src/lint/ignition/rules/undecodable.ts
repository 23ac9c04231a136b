import type { Flaw } from '../flaw.ts';
import type { FileElement } from '../nodeFiles.ts';

/** PL3214: contents in a data: URL that Ignition cannot decode. */
export function undecodableContents({ path, undecodable }: FileElement): Flaw[] {
  return undecodable.map(({ at, reason }) => ({
    code: 'PL3214',
    message: `the contents of ${path}: ${reason}`,
    at,
  }));
}
