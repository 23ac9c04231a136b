import type { DesiredConfig, UciValue } from '../uci/section.ts';

/** A section of our own that a router is to have. */
export type WantedSection = DesiredConfig['sections'][number];

/** A section of our own; options without a value are left out. */
export function wantedSection(
  packageName: string,
  type: string,
  name: string,
  options: Readonly<Record<string, UciValue | undefined>>,
): WantedSection {
  const given = Object.entries(options).filter(
    (entry): entry is [string, UciValue] => entry[1] !== undefined && entry[1].length > 0,
  );
  return { package: packageName, type, name, options: new Map(given) };
}
