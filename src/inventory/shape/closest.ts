import { closest, distance } from 'fastest-levenshtein';

/** The one of some names that a person most likely meant; undefined when none is near. */
export function didYouMean(written: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || written.length > longest) return undefined;
  const plain = names.find((name) => folded(name) === folded(written));
  if (plain !== undefined) return plain;
  const near = closest(
    written.toLowerCase(),
    names.map((name) => name.toLowerCase()),
  );
  const name = names.find((each) => each.toLowerCase() === near);
  // Two letters that changed places make a distance of two.
  const far = written.length < 4 ? 1 : Math.max(2, Math.floor(written.length / 3));
  return distance(written.toLowerCase(), near) <= far ? name : undefined;
}

/** Whether two names differ only in how they join their words: `install_disk`, `install-disk`, `installDisk`. */
export function isOtherSpelling(a: string, b: string): boolean {
  return a !== b && folded(a) === folded(b);
}

/** No name is nearly as long; the time for comparing grows with the length. */
const longest = 64;

function folded(name: string): string {
  return name.replace(/[_\-\s]/g, '').toLowerCase();
}
