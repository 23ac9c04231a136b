import { timeSpan } from './timeSpan.ts';

/** One thing that a machine did at the gate. */
export interface SeenEvent {
  /** The gate's word for it. */
  readonly kind: string;
  readonly address: string | null;
  readonly text: string;
  /** The unit that it is about; null: none. */
  readonly unit: string | null;
  /** What the node said of it: the last lines of its journal. */
  readonly lines: readonly string[];
  readonly secondsAgo: number;
}

/** Characters of what a node said that a table has room for. */
const longest = 120;

/** What a machine did last, in a line: the last that tells how far it is. */
export function seenText(seen: readonly SeenEvent[]): string {
  const last = seen.findLast(({ kind }) => !aside.has(kind)) ?? seen.at(-1);
  if (last === undefined) return 'nothing yet';
  const ago = `${timeSpan(last.secondsAgo)} ago`;
  if (last.kind === 'failed') return failureText(last, seen, ago);
  return `${words[last.kind] ?? last.kind} ${ago}${moreText(last)}`;
}

/** What happens beside the way of a node from armed to ready. */
const aside: ReadonlySet<string> = new Set(['asked', 'host-key', 'discovered']);

const words: Readonly<Record<string, string>> = {
  asked: 'asked',
  script: 'got the install script',
  ignition: 'fetched its Ignition',
  'first-boot': 'booted what was installed',
  'host-key': 'told another host key than before',
  ready: 'reported that it is ready',
  early: 'reported ready, but not from this installation',
  refused: 'was refused',
  'wrong-generation': 'reported another release than it was armed with',
  expired: 'had no more time',
  disarmed: 'was disarmed',
};

/** Without what the machine tells of itself in its own way. */
function moreText({ kind, text, unit }: SeenEvent): string {
  return text === '' || kind === 'asked' || unit !== null ? '' : ` (${text})`;
}

function failureText(last: SeenEvent, seen: readonly SeenEvent[], ago: string): string {
  const times = seen.filter(({ kind, unit }) => kind === 'failed' && unit === last.unit).length;
  const said = reasonIn(last.lines);
  const shown = said.length > longest ? `${said.slice(0, longest - 1)}…` : said;
  const repeated = times > 1 ? `, ${times} times` : '';
  return `${deedOf(last.unit ?? '')} failed ${ago}${repeated}${shown === '' ? '' : `: ${shown}`}`;
}

/** What a unit does, in words. */
function deedOf(unit: string): string {
  const name = unit.replace(/\.service$/, '');
  return deeds.get(name) ?? (name === '' ? 'something' : name);
}

const deeds: ReadonlyMap<string, string> = new Map([
  ['pilotlight-labels', 'labelling the scripts'],
  ['pilotlight-k3s-fetch', 'K3s fetch'],
  ['pilotlight-k3s-install', 'K3s install'],
  ['pilotlight-first-boot', 'the report of the first boot'],
  ['pilotlight-ready', 'the report that it is ready'],
]);

/** systemd's own lines about a unit: that it failed is known. */
const aboutUnit = /^\S+\.service: |^(?:Starting|Started|Stopping|Stopped|Finished|Failed to start) /;

/** Why it failed: the last line that is not systemd's. */
function reasonIn(lines: readonly string[]): string {
  return lines.findLast((line) => !aboutUnit.test(line)) ?? lines.at(-1) ?? '';
}
