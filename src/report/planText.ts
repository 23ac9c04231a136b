import { type NodePlan, nodeChanges, type ReleasePlan } from '../release/plan/plan.ts';
import { shortDigest } from '../shared/digest.ts';
import { changePaint, changeWords } from './changes.ts';
import { counted } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

export interface PlanTextOptions {
  readonly colour: boolean;
  /** Whether the differences of the Butane files are printed. */
  readonly diffs?: boolean;
}

/** A plan as a person reads it: what becomes of each node and why, the site, and the sum. */
export function planText(plan: ReleasePlan, { colour, diffs = true }: PlanTextOptions): string {
  const colours = palette(colour);
  const changed = plan.nodes.filter(worthTelling);
  return [
    nodeTable(plan.nodes, colours),
    ...changed.map((node) => `\n${nodeText(node, colours, diffs)}`),
    ...(plan.site.length === 0 ? [] : [`\n${colours.strong('site')}\n${reasonLines(plan.site)}`]),
    `\n${sumText(plan, colours)}\n`,
  ].join('');
}

/** A plan as JSON: exactly the data that deploy and reimage carry out. */
export function planJson(plan: ReleasePlan): string {
  return jsonText(plan);
}

function worthTelling({ reasons, risks, diff }: NodePlan): boolean {
  return reasons.length + risks.length > 0 || diff !== undefined;
}

function nodeTable(nodes: readonly NodePlan[], colours: Palette): string {
  return table(
    ['NODE', 'ROLE', 'ADDRESS', 'DIGEST', 'CHANGE'],
    nodes.map(({ hostname, role, address, change, before, after }) => [
      hostname,
      role,
      address,
      shortDigest(after ?? before ?? ''),
      { text: changeWords[change], paint: changePaint(change, colours) },
    ]),
  );
}

function nodeText(node: NodePlan, colours: Palette, diffs: boolean): string {
  const { hostname, change, newHardware, reasons, risks, diff } = node;
  const words = changePaint(change, colours)(changeWords[change]);
  return [
    `${colours.strong(visible(hostname))}  ${words}\n`,
    ...risks.map((risk) => `    ${colours.error('!')} ${visible(risk)}\n`),
    ...(newHardware ? [`    ${colours.warning('!')} another machine goes by this name now\n`] : []),
    reasonLines(reasons),
    ...(diffs && diff !== undefined ? [diffText(diff, colours)] : []),
  ].join('');
}

function reasonLines(reasons: NodePlan['reasons']): string {
  return reasons.map(({ text }) => `    ${visible(text)}\n`).join('');
}

function diffText(diff: string, colours: Palette): string {
  return diff
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `      ${diffPaint(line, colours)(visible(line))}\n`)
    .join('');
}

function diffPaint(line: string, colours: Palette): (text: string) => string {
  if (line.startsWith('@@')) return colours.hunk;
  if (line.startsWith('+')) return colours.added;
  return line.startsWith('-') ? colours.removed : (text) => text;
}

/** `3 nodes: 1 data at risk, 2 no change · release 0123456789ab → 89abcdef0123` */
function sumText({ nodes, counts, from, to }: ReleasePlan, colours: Palette): string {
  const parts = nodeChanges
    .filter((change) => counts[change] > 0)
    .map((change) => changePaint(change, colours)(`${counts[change]} ${changeWords[change]}`));
  const ids = from === undefined ? `first release ${shortDigest(to)}` : idChange(from, to);
  return `${counted(nodes.length, 'node')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`} · ${ids}`;
}

function idChange(from: string, to: string): string {
  return from === to
    ? `same release ${shortDigest(to)}`
    : `release ${shortDigest(from)} → ${shortDigest(to)}`;
}
