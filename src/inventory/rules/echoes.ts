import type { Code } from '../../shared/catalogue.ts';
import type { Finding, Place } from '../../shared/finding.ts';

/** What is worth saying though the value has the wrong shape, too: a secret is out in any case. */
const always: ReadonlySet<Code> = new Set(['PL1250', 'PL1252']);

/** A missing key is reported at what it is missing in, which says nothing about that. */
const missing: Code = 'PL1104';

/** Leaves out findings about values whose shape is wrong already: they would only say the same once more. */
export function withoutEchoes(meant: readonly Finding[], written: readonly Finding[]): Finding[] {
  const taken = new Set(written.filter(({ code }) => code !== missing).map(({ place }) => keyOf(place)));
  return meant.filter(({ code, place }) => always.has(code) || !taken.has(keyOf(place)));
}

function keyOf({ file, line, column }: Place): string {
  return `${line}:${column}:${file}`;
}
