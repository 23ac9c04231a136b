import { isDeepStrictEqual } from 'node:util';
import { applyChanges } from './apply.ts';
import { findSection, isOwn } from './reference.ts';
import type { DesiredConfig, UciChange, UciPackage } from './section.ts';

type WantedSection = DesiredConfig['sections'][number];

/**
 * What makes a router's configuration the wanted one. Only our own sections are added, changed, moved and removed, and only the options
 * that are named are changed in others: what somebody wrote by hand stays as it is. Without a difference there is no change.
 */
export function changesBetween(live: readonly UciPackage[], desired: DesiredConfig): UciChange[] {
  const changes = [
    // First, while sections without a name are still counted as in the live configuration.
    ...desired.options.flatMap((option) => optionChange(live, option)),
    ...removals(live, desired),
    ...desired.sections.flatMap((section) => sectionChanges(live, section)),
  ];
  return [...changes, ...moves(applyChanges(live, changes), desired)];
}

/** Sections of ours that nobody wants any more, or whose type is another one now. */
function removals(live: readonly UciPackage[], desired: DesiredConfig): UciChange[] {
  const wanted = new Set(
    desired.sections.map(({ package: name, name: section, type }) => `${name}.${section}=${type}`),
  );
  return live.flatMap(({ name, sections }) =>
    sections
      .filter(isOwn)
      .flatMap(({ name: section, type, options }): UciChange[] =>
        wanted.has(`${name}.${section}=${type}`)
          ? []
          : [{ kind: 'remove', package: name, section, type, options }],
      ),
  );
}

function sectionChanges(live: readonly UciPackage[], wanted: WantedSection): UciChange[] {
  const { package: name, name: section, type, options } = wanted;
  const sections = live.find((each) => each.name === name)?.sections ?? [];
  const there = sections.find((each) => each.name === section && each.type === type);
  if (there === undefined) return [{ kind: 'add', package: name, section, type, options }];
  const changes: UciChange[] = [];
  for (const [option, from] of there.options) {
    if (!options.has(option)) changes.push({ kind: 'unset', package: name, section, option, from });
  }
  for (const [option, to] of options) {
    const from = there.options.get(option);
    if (!isDeepStrictEqual(from, to)) changes.push({ kind: 'set', package: name, section, option, from, to });
  }
  return changes;
}

function optionChange(
  live: readonly UciPackage[],
  { package: name, section, option, value: to }: DesiredConfig['options'][number],
): UciChange[] {
  const there = live.find((each) => each.name === name);
  const from = there === undefined ? undefined : findSection(there, section)?.options.get(option);
  if (isDeepStrictEqual(from, to)) return [];
  if (to !== undefined) return [{ kind: 'set', package: name, section, option, from, to }];
  return from === undefined ? [] : [{ kind: 'unset', package: name, section, option, from }];
}

/** Types of sections whose order counts: of boot sections dnsmasq takes the last one that matches, so ours come last. */
const orderedTypes: ReadonlySet<string> = new Set(['boot']);

/** Brings our sections of those types behind everybody else's, in the wanted order. */
function moves(live: readonly UciPackage[], desired: DesiredConfig): UciChange[] {
  return live.flatMap(({ name, sections }) => {
    const last = sections.length - 1;
    return [...orderedTypes].flatMap((type) => {
      const wanted = desired.sections.filter((each) => each.package === name && each.type === type);
      const present = sections.filter((section) => section.type === type);
      const others = present.filter((section) => !isOwn(section)).length;
      const names = present.map((section) => (isOwn(section) ? section.name : undefined));
      const kept = keptPlaces(names, others, wanted);
      return wanted
        .slice(kept)
        .map(({ name: section }): UciChange => ({ kind: 'reorder', package: name, section, position: last }));
    });
  });
}

/**
 * How many of the wanted sections, from the first, stand where they may stay: behind all others, in their order.
 *
 * @param names sections of one type in their present order; undefined for those that are not ours
 * @param others how many of them are not ours
 */
function keptPlaces(
  names: readonly (string | undefined)[],
  others: number,
  wanted: readonly WantedSection[],
): number {
  let passed = 0;
  let kept = 0;
  for (const name of names) {
    if (name === undefined) passed++;
    else if (passed === others && name === wanted[kept]?.name) kept++;
  }
  return kept;
}
