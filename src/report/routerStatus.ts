import type { BootStep, BootStepKind, MachineBoot } from '../router/boots/boot.ts';
import type { ProbeResult } from '../router/run/probe/probe.ts';
import { duration } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';
import { type Palette, palette } from './palette.ts';
import { probeLines, probeMarkdown } from './routerProblems.ts';
import { type Cell, table } from './table.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';
import { warningLines } from './warnings.ts';

/** How a site's router is, and how its nodes booted last. */
export interface RouterStatusReport {
  readonly site: string;
  readonly target: string;
  /** `OpenWrt 24.10.2` */
  readonly system: string;
  /** Seconds since it started. */
  readonly uptime: number;
  readonly probes: readonly ProbeResult[];
  /** What could not be asked, or waits. */
  readonly notes: readonly string[];
  readonly leases: readonly NodeLease[];
  readonly boots: readonly MachineBoot[];
}

/** A node's address as the router has it. */
export interface NodeLease {
  readonly node: string;
  /** What the inventory says; undefined where the node takes what DHCP gives. */
  readonly address: string | undefined;
  /** What the router gave it; undefined where it asked for none. */
  readonly leased: string | undefined;
  /** Whether one of its links was heard of lately. */
  readonly heard: boolean;
}

/** As a person reads it. */
export function routerStatusText(report: RouterStatusReport, colour: boolean): string {
  const colours = palette(colour);
  const { site, target, system, uptime, probes, notes, leases, boots } = report;
  return [
    `${colours.strong(visible(site))} · ${visible(`${target} · ${system}`)} · up ${timeSpan(uptime)}\n\n`,
    probeLines(probes, colours),
    warningLines(notes, colour),
    leases.length === 0 ? '' : `\n${leaseTable(leases)}`,
    boots.length === 0 ? '' : `\n${bootTable(boots, colours)}`,
    stuckText(boots, colours),
  ].join('');
}

function leaseTable(leases: readonly NodeLease[]): string {
  return table(
    ['NODE', 'ADDRESS', 'LEASE', 'HEARD OF'],
    leases.map(({ node, address = 'dhcp', leased = '-', heard }) => [
      node,
      address,
      leased,
      heard ? 'yes' : 'no',
    ]),
  );
}

function bootTable(boots: readonly MachineBoot[], colours: Palette): string {
  const rows = boots.map((boot): (string | Cell)[] => [
    machineName(boot),
    boot.secondsAgo === undefined ? '-' : `${timeSpan(boot.secondsAgo)} ago`,
    stepWords(boot.steps),
    { text: boot.message, paint: outcomePaint(boot, colours) },
  ]);
  return table(['MACHINE', 'LAST STEP', 'STEPS', 'BOOT'], rows);
}

/** What to look at for machines that did not get on. */
function stuckText(boots: readonly MachineBoot[], colours: Palette): string {
  const stuck = boots.filter(({ outcome, next }) => outcome === 'stuck' && next !== undefined);
  if (stuck.length === 0) return '';
  const lines = stuck.map(
    (boot) =>
      `${colours.error('✗')} ${visible(machineName(boot))}: ${visible(boot.message)}\n  ${visible(boot.next ?? '')}\n`,
  );
  return `\n${lines.join('')}`;
}

function machineName({ hostname, mac }: MachineBoot): string {
  return hostname ?? mac;
}

function outcomePaint({ outcome }: MachineBoot, colours: Palette): (text: string) => string {
  const paints = {
    installed: colours.good,
    ownDisk: colours.good,
    underWay: colours.warning,
    stuck: colours.error,
    unseen: colours.faint,
  };
  return paints[outcome];
}

const kindWords: Readonly<Record<BootStepKind, string>> = {
  discover: 'DHCP asked',
  noAddress: 'no address',
  offer: 'DHCP',
  fileMissing: 'TFTP: not found',
  fileBroken: 'TFTP: broken',
  file: 'TFTP',
  asked: 'gate: own disk',
  script: 'gate: install',
  ignition: 'Ignition',
  firstBoot: 'first boot',
  early: 'ready too early',
  wrongGeneration: 'wrong generation',
  ready: 'ready',
  failed: 'failed',
  refused: 'refused',
};

/** `DHCP → TFTP → gate: install`: each kind of step once, where it first came. An offer says that it was asked for. */
function stepWords(steps: readonly BootStep[]): string {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const shown = kinds.filter((kind) => kind !== 'discover' || !kinds.includes('offer'));
  return shown.length === 0 ? '-' : shown.map((kind) => kindWords[kind]).join(' → ');
}

/** The same as data. */
export function routerStatusJson({ boots, leases, ...report }: RouterStatusReport): string {
  return jsonText({
    version: 1,
    ...report,
    leases: leases.map(({ node, address, leased, heard }) => ({
      node,
      address: address ?? null,
      leased: leased ?? null,
      heard,
    })),
    boots: boots.map(({ hostname, secondsAgo, next, ...boot }) => ({
      hostname: hostname ?? null,
      secondsAgo: secondsAgo ?? null,
      next: next ?? null,
      ...boot,
    })),
  });
}

/** The same for a job summary. Names in leases and logs are those machines' own. */
export function routerStatusMarkdown(report: RouterStatusReport): string {
  const { site, target, system, probes, notes, boots } = report;
  const rows = boots.map((boot) => [
    markdownCode(machineName(boot)),
    boot.secondsAgo === undefined ? '' : `${duration(boot.secondsAgo * 1000)} ago`,
    stepWords(boot.steps),
    boot.outcome === 'stuck'
      ? `❌ ${markdownText(boot.message)}<br>${markdownText(boot.next ?? '')}`
      : markdownText(boot.message),
  ]);
  return [
    `## Pilotlight: router of ${markdownText(site)}\n`,
    `${markdownCode(target)} · ${markdownText(system)}\n`,
    probeMarkdown(probes),
    ...notes.map((note) => `⚠️ ${markdownText(note)}\n`),
    boots.length === 0 ? '' : markdownTable(['Machine', 'Last step', 'Steps', 'Boot'], rows),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
