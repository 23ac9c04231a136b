import { closest, distance } from 'fastest-levenshtein';

/** "did you mean …?", where a known name is near enough; upper and lower case do not count. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || known.length > 500 || name.length > 100) return undefined;
  const lower = name.toLowerCase();
  const nearest = closest(lower, known);
  return distance(lower, nearest) <= allowed(nearest) ? `did you mean ${nearest}?` : undefined;
}

/** A swap of two letters counts two, so short names allow for one, except the shortest. */
function allowed(name: string): number {
  return name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
}
