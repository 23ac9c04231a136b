import type { UciChange, UciValue } from '../router/uci/section.ts';
import type { Palette } from './palette.ts';
import { visible } from './visible.ts';

/** A line of a diff: what it does, and what it says. */
export interface DiffLine {
  readonly sign: '+' | '-' | '~' | ' ';
  readonly text: string;
}

/**
 * Changes of a router's configuration as a person reads them: each section once, as `uci` names it, with its options below.
 *
 *     + dhcp.pilotlight_host_lenovo1=host
 *         mac 98:fa:9b:1c:2d:01
 *     ~ dhcp.@dnsmasq[0]
 *         enable_tftp 0 → 1
 */
export function changeLines(changes: readonly UciChange[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let open = '';
  for (const change of changes) {
    const name = `${change.package}.${change.section}`;
    if (change.kind === 'reorder') {
      lines.push({ sign: '~', text: `${name} goes behind all other sections of ${change.package}` });
      open = '';
    } else if (change.kind === 'add' || change.kind === 'remove') {
      const sign = change.kind === 'add' ? '+' : '-';
      lines.push({ sign, text: `${name}=${change.type}` });
      for (const [option, value] of change.options) {
        lines.push({ sign, text: `    ${option} ${valueText(value)}` });
      }
      open = '';
    } else {
      if (open !== name) lines.push({ sign: '~', text: name });
      open = name;
      lines.push({ sign: ' ', text: `    ${optionText(change)}` });
    }
  }
  return lines;
}

function optionText(change: Extract<UciChange, { kind: 'set' | 'unset' }>): string {
  const { option, from } = change;
  if (change.kind === 'unset') return `${option} ${valueText(change.from)} → (nothing)`;
  return `${option} ${from === undefined ? '(nothing)' : valueText(from)} → ${valueText(change.to)}`;
}

/** A text as it is, where nothing in it could be taken for something else; a list with commas. */
function valueText(value: UciValue): string {
  return (typeof value === 'string' ? [value] : value).map(quoted).join(', ');
}

function quoted(text: string): string {
  return /^[^\s'",()]+$/.test(text) ? text : `'${text}'`;
}

/** The lines, painted by what they do. */
export function changeText(changes: readonly UciChange[], colours: Palette): string {
  const paints = { '+': colours.added, '-': colours.removed, '~': colours.warning, ' ': colours.warning };
  return changeLines(changes)
    .map(({ sign, text }) => `${paints[sign](`${sign} ${visible(text)}`)}\n`)
    .join('');
}

/** How many sections a change adds, changes and removes: `12 sections added, 1 changed`. */
export function changeCounts(changes: readonly UciChange[]): string {
  const count = (kinds: readonly UciChange['kind'][]): number =>
    new Set(
      changes
        .filter(({ kind }) => kinds.includes(kind))
        .map((change) => `${change.package}.${change.section}`),
    ).size;
  const parts = [
    [count(['add']), 'added'],
    [count(['set', 'unset']), 'changed'],
    [count(['remove']), 'removed'],
    [count(['reorder']), 'moved'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return said.length === 0 ? 'no section changes' : `sections: ${said.join(', ')}`;
}
