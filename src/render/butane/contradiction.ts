import type { OverlayReference } from '../../inventory/model/node.ts';
import { type Finding, finding, type Place, type RelatedPlace } from '../../shared/finding.ts';
import { type Element, type ElementOrigin, originOf } from './element.ts';
import type { Locate } from './mergedConfig.ts';
import type { Contradiction } from './mergeValues.ts';

/** The finding for a value of an overlay that contradicts what is there. */
export function contradictionFinding(
  first: Element,
  second: Element,
  contradiction: Contradiction,
  reference: OverlayReference,
  locate: Locate,
): Finding {
  const origin = originOf(first, contradiction.path);
  const field = contradiction.otherPath.at(-1) ?? '';
  const formerField = contradiction.path.at(-1) ?? '';
  const here = `${name(second, contradiction.otherPath)} is ${valueText(field, contradiction.other)} here`;
  const formerName = field === formerField ? '' : `${formerField} `;
  const there = `${formerName}${valueText(formerField, contradiction.value)} in ${originName(origin)}`;
  return finding(
    'PL2020',
    placeOf(originOf(second, contradiction.otherPath), reference, locate),
    `${here}, but ${there}`,
    {
      hint: overrideHint(reference),
      related: related(origin, reference, locate),
    },
  );
}

/** The finding for a path that an overlay makes something else than it is. */
export function pathFinding(
  first: Element,
  second: Element,
  reference: OverlayReference,
  locate: Locate,
): Finding {
  const message = `${second.key} is a ${kind(second)} here, but a ${kind(first)} in ${originName(first.origin)}`;
  return finding('PL2021', placeOf(second.origin, reference, locate), message, {
    hint: overrideHint(reference),
    related: related(first.origin, reference, locate),
  });
}

/** The finding for a second element of the same key in one overlay. */
export function duplicateFinding(
  first: Element,
  second: Element,
  reference: OverlayReference,
  locate: Locate,
): Finding {
  return finding(
    'PL2006',
    placeOf(second.origin, reference, locate),
    `${second.key} is in ${second.section} already`,
    {
      hint: 'join both into one element',
      related: related(first.origin, reference, locate).slice(0, 1),
    },
  );
}

function placeOf(origin: ElementOrigin, reference: OverlayReference, locate: Locate): Place {
  return origin.kind === 'overlay'
    ? locate(origin.file, origin.pointer)
    : locate(reference.from.file, reference.from.pointer);
}

function related(origin: ElementOrigin, reference: OverlayReference, locate: Locate): RelatedPlace[] {
  const there: RelatedPlace[] =
    origin.kind === 'overlay' ? [{ place: locate(origin.file, origin.pointer), message: 'set there' }] : [];
  const asked = { place: locate(reference.from.file, reference.from.pointer), message: 'asked for there' };
  return [...there, asked];
}

function overrideHint(reference: OverlayReference): string {
  return `remove one of them, or let the overlay replace the other: { file: ${reference.file.split('/').at(-1)}, override: true }`;
}

function originName(origin: ElementOrigin): string {
  return origin.kind === 'overlay' ? origin.file : 'the built-in configuration';
}

function kind(element: Element): string {
  const kinds: Readonly<Record<string, string>> = {
    'storage.directories': 'directory',
    'storage.links': 'link',
  };
  return kinds[element.section] ?? 'file';
}

/** `mode of /etc/motd`, `should_exist of kernel_arguments` */
function name(element: Element, path: readonly (string | number)[]): string {
  const field = path.join('.');
  return `${field} of ${element.key === '' ? element.section : element.key}`;
}

const longest = 40;

/** A value in short, modes as they are written. */
function valueText(field: string | number, value: unknown): string {
  if (typeof value === 'number' && /mode$/.test(String(field))) return `0${value.toString(8)}`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
