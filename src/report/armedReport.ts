import { shortDigest } from '../shared/digest.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { table } from './table.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** The nodes of a site that are armed. */
export interface ArmedReport {
  readonly site: string;
  readonly target: string;
  readonly nodes: readonly ArmedReportNode[];
}

export interface ArmedReportNode {
  readonly hostname: string;
  readonly macs: readonly string[];
  readonly variant: string;
  readonly release: string;
  /** What the installed system has to report. */
  readonly digest: string;
  /** Until it is armed no longer; null: until it is disarmed. */
  readonly remainingSeconds: number | null;
  /**
   * `fetched`: it has its Ignition, and gets nothing any more. In static mode nobody knows (`unknown`); `void`: it was armed for another
   * release than the one that is current, and boots its own disk.
   */
  readonly progress: 'waiting' | 'asked' | 'fetched' | 'unknown' | 'void';
  /** What its machine did since it was armed, the oldest first. */
  readonly seen: readonly SeenEvent[];
}

export interface SeenEvent {
  /** The gate's word for it. */
  readonly kind: string;
  readonly address: string | null;
  readonly text: string;
  readonly secondsAgo: number;
}

/** A table of what is armed. */
export function armedText({ site, target, nodes }: ArmedReport, colour: boolean): string {
  const colours = palette(colour);
  const head = `${colours.strong(visible(site))} · ${visible(target)}\n`;
  if (nodes.length === 0) return `${head}no node is armed: every machine boots its own disk\n`;
  const rows = nodes.map((node) => [
    node.hostname,
    shortDigest(node.release),
    node.variant,
    node.remainingSeconds === null ? 'no end' : timeSpan(node.remainingSeconds),
    seenText(node),
  ]);
  return `${head}${table(['NODE', 'RELEASE', 'VARIANT', 'LEFT', 'SEEN'], rows)}`;
}

/** The same as data. */
export function armedJson(report: ArmedReport): string {
  return jsonText({ version: 1, ...report });
}

const words: Readonly<Record<string, string>> = {
  asked: 'asked',
  script: 'got the install script',
  ignition: 'fetched its Ignition',
  'first-boot': 'booted what was installed',
  ready: 'reported that it is ready',
  early: 'reported ready, but not from this installation',
  failed: 'reported a failure',
  refused: 'was refused',
  'wrong-generation': 'reported another release than it was armed with',
};

function seenText({ seen, progress }: ArmedReportNode): string {
  if (progress === 'void') return 'void: another release is current';
  if (progress === 'unknown') return 'nobody knows: router.gate is static';
  const last = seen.at(-1);
  if (last === undefined) return 'nothing yet';
  const more = last.text === '' || last.kind === 'asked' ? '' : ` (${last.text})`;
  return `${words[last.kind] ?? last.kind} ${timeSpan(last.secondsAgo)} ago${more}`;
}
