import type { Code } from '../../shared/catalogue.ts';
import type { Finding, Place } from '../../shared/finding.ts';

/** Worth saying though the value has the wrong shape, too: a secret is out in any case. */
const always: Code = 'PL1250';

/** Says the same as {@link always}. */
const sameAsAlways: Code = 'PL1110';

/** A missing key is reported at what it is missing in, which says nothing about that. */
const missing: Code = 'PL1104';

/** Leaves out findings about values whose shape is wrong already: they would only say the same once more. */
export function withoutEchoes(meant: readonly Finding[], written: readonly Finding[]): Finding[] {
  const taken = new Map<string, Code>();
  for (const { code, place } of written) if (code !== missing) taken.set(keyOf(place), code);
  return meant.filter(({ code, place }) => {
    const other = taken.get(keyOf(place));
    return other === undefined || (code === always && other !== sameAsAlways);
  });
}

function keyOf({ file, line, column }: Place): string {
  return `${line}:${column}:${file}`;
}
