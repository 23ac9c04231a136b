import { isDeepStrictEqual } from 'node:util';
import { referenceTo } from '../uci/reference.ts';
import type { UciPackage, UciSection } from '../uci/section.ts';

/** In what a configuration differs from the one that it should be: `dhcp.pilotlight_ipxe is missing`. Empty where they are the same. */
export function differences(expected: readonly UciPackage[], actual: readonly UciPackage[]): string[] {
  return expected.flatMap((wanted) => {
    const found = actual.find(({ name }) => name === wanted.name) ?? { name: wanted.name, sections: [] };
    return packageDifferences(wanted, found);
  });
}

function packageDifferences(wanted: UciPackage, found: UciPackage): string[] {
  const expected = byReference(wanted);
  const actual = byReference(found);
  const missing = [...expected.keys()].filter((key) => !actual.has(key));
  const surplus = [...actual.keys()].filter((key) => !expected.has(key));
  const other = [...expected].filter(([key, section]) => {
    const there = actual.get(key);
    return there !== undefined && !sameSection(section, there);
  });
  const words = [
    ...missing.map((key) => `${wanted.name}.${key} is missing`),
    ...surplus.map((key) => `${wanted.name}.${key} should not be there`),
    ...other.map(([key]) => `${wanted.name}.${key} is another one`),
  ];
  if (words.length > 0 || isDeepStrictEqual([...expected.keys()], [...actual.keys()])) return words;
  return [`the sections of ${wanted.name} are in another order`];
}

function byReference(each: UciPackage): Map<string, UciSection> {
  return new Map(each.sections.map((section) => [referenceTo(each, section), section]));
}

/** The order of options says nothing. */
function sameSection(one: UciSection, other: UciSection): boolean {
  return one.type === other.type && isDeepStrictEqual(one.options, other.options);
}
