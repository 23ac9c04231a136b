import type { Manifest } from '../../release/manifest.ts';
import { Failure } from '../../shared/failure.ts';

/** Shorter beginnings of an id fit too many releases to expect one by them. */
const shortestBeginning = 12;

/** Refuses a release that is not the one that was expected, by its id or the beginning of it. */
export function refuseOther({ release: { id } }: Manifest, expected: string | undefined): void {
  if (expected === undefined) return;
  const text = expected.toLowerCase();
  if (!/^[0-9a-f]{1,64}$/.test(text) || text.length < shortestBeginning) {
    throw new Failure('usage', `${JSON.stringify(expected)} is no release id`, {
      next: `an id has 64 hexadecimal digits; its first ${shortestBeginning} are enough`,
    });
  }
  if (id.startsWith(text)) return;
  throw new Failure('refused', `this is release ${id}, and not the one that was expected, ${text}`, {
    next: 'nothing was deployed: see what changed since that release was validated',
  });
}
