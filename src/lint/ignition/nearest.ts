import { closest, distance } from 'fastest-levenshtein';

/** A hint that names the nearest of some names, when it is near enough to be what was meant. */
export function didYouMean(wrong: string, names: Iterable<string>): string | undefined {
  const near = nearest(wrong, names);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** The nearest of some names within a third of the length of the wrong one. */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  const candidates = [...names];
  if (candidates.length === 0) return undefined;
  const best = closest(wrong, candidates);
  return distance(wrong, best) <= Math.max(1, Math.floor(wrong.length / 4)) ? best : undefined;
}
