import { closest, distance } from 'fastest-levenshtein';

/** The one of some names that a person most likely meant; undefined when none is near. Upper and lower case do not count. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const candidates = [...names];
  if (candidates.length === 0 || written.length > longest) return undefined;
  const plain = candidates.find((name) => folded(name) === folded(written));
  if (plain !== undefined) return plain;
  const lower = written.toLowerCase();
  const near = closest(
    lower,
    candidates.map((name) => name.toLowerCase()),
  );
  return distance(lower, near) <= farthest(written)
    ? candidates.find((name) => name.toLowerCase() === near)
    : undefined;
}

/** A hint that names it: `did you mean lenovo1?` */
export function didYouMean(written: string, names: Iterable<string>): string | undefined {
  const near = nearest(written, names);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** Whether two names differ only in how they join their words: `install_disk`, `install-disk`, `installDisk`. */
export function isOtherSpelling(a: string, b: string): boolean {
  return a !== b && folded(a) === folded(b);
}

function folded(name: string): string {
  return name.replace(/[_\-\s]/g, '').toLowerCase();
}

/** Two letters that changed places make a distance of two. */
function farthest({ length }: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 4));
}

/** No name is nearly as long; the time for comparing grows with the length. */
const longest = 200;
