import type { Flaw } from './flaw.ts';

/** Most flaws of one rule in one text: what comes after is an echo of what comes before. */
const most = 50;

/** What a rule answers for each of some items, until there is enough of it. */
export function firstFew<T>(items: Iterable<T>, rule: (item: T) => readonly Flaw[]): Flaw[] {
  const flaws: Flaw[] = [];
  for (const item of items) {
    flaws.push(...rule(item));
    if (flaws.length >= most) break;
  }
  return flaws.slice(0, most);
}
