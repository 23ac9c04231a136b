import { shortDigest } from '../shared/digest.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { type SeenEvent, seenText } from './seenText.ts';
import { table } from './table.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** The nodes of a site that are armed. */
export interface ArmedReport {
  readonly site: string;
  readonly target: string;
  readonly nodes: readonly ArmedReportNode[];
  /** Those that were, within a day; the one that ended last first. */
  readonly ended: readonly EndedNode[];
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

/** A node that is armed no longer. */
export interface EndedNode {
  readonly hostname: string;
  readonly mac: string;
  /** It reported that it is ready, was disarmed by somebody, or its time was up. */
  readonly how: 'ready' | 'disarmed' | 'expired';
  readonly secondsAgo: number;
  /** What its machine did since it was armed, the oldest first. */
  readonly seen: readonly SeenEvent[];
}

/** A table of what is armed, and one of what was. */
export function armedText(report: ArmedReport, colour: boolean): string {
  const ended = report.ended.map((node) => [
    node.hostname,
    `${timeSpan(node.secondsAgo)} ago`,
    endText(node),
  ]);
  const lately = ended.length === 0 ? '' : `\n${table(['ENDED', 'WHEN', 'HOW'], ended)}`;
  return `${stillArmed(report, colour)}${lately}`;
}

function stillArmed({ site, target, nodes }: ArmedReport, colour: boolean): string {
  const colours = palette(colour);
  const head = `${colours.strong(visible(site))} · ${visible(target)}\n`;
  if (nodes.length === 0) return `${head}no node is armed: every machine boots its own disk\n`;
  const rows = nodes.map((node) => [
    node.hostname,
    shortDigest(node.release),
    node.variant,
    node.remainingSeconds === null ? 'no end' : timeSpan(node.remainingSeconds),
    progressText(node),
  ]);
  return `${head}${table(['NODE', 'RELEASE', 'VARIANT', 'LEFT', 'SEEN'], rows)}`;
}

/** The same as data. */
export function armedJson(report: ArmedReport): string {
  return jsonText({ version: 1, ...report });
}

function progressText({ seen, progress }: ArmedReportNode): string {
  if (progress === 'void') return 'void: another release is current';
  if (progress === 'unknown') return 'nobody knows: router.gate is static';
  return seenText(seen);
}

function endText({ how, seen }: EndedNode): string {
  if (how === 'ready') return 'it reported that it is ready';
  const last = seen.length === 0 ? '' : `; ${seenText(seen)}`;
  return how === 'expired' ? `its time was up${last}` : `it was disarmed${last}`;
}
