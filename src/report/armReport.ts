import { shortDigest } from '../shared/digest.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** What arming came to for the nodes of a site. */
export interface ArmReport {
  readonly site: string;
  readonly release: string;
  /** How long they stay armed; null: until they are disarmed, and each network boot installs them anew. */
  readonly seconds: number | null;
  /** Whether nothing was armed, because only the way there was to be tried. */
  readonly dryRun: boolean;
  readonly nodes: readonly ArmReportNode[];
}

export interface ArmReportNode {
  readonly name: string;
  readonly hostname: string;
  readonly mac: string;
  readonly variant: string;
  /** Whether a live system is booted and no disk written. */
  readonly live: boolean;
  /** What is installed on. */
  readonly disk: string;
  /** Whether some of its partitions are kept. */
  readonly keeps: boolean;
  /** Fingerprint of the SSH host key that it keeps (`SHA256:…`); null: it makes one of its own. */
  readonly hostKey: string | null;
}

/** What will happen, how long it may, and how it is taken back. */
export function armText(report: ArmReport, colour: boolean): string {
  const { nodes, seconds, dryRun } = report;
  const colours = palette(colour);
  const lines = nodes.map((node) => {
    const head = dryRun ? `${node.hostname} can be armed` : `${node.hostname} is armed`;
    return `${colours.good('✓')} ${visible(head)}: ${seconds === null ? 'every' : 'its next'} network boot ${visible(deed(node, report.release))}\n${hostKeyLine(node)}`;
  });
  const names = nodes.map(({ name }) => visible(name)).join(' ');
  const end = dryRun
    ? '  nothing was armed: --dry-run\n'
    : `  ${limits(seconds)}; take it back with: pilotlight disarm ${names}\n`;
  return `${lines.join('')}${end}`;
}

function hostKeyLine({ hostKey }: ArmReportNode): string {
  return hostKey === null ? '' : `  its SSH host key stays ${visible(hostKey)}\n`;
}

function limits(seconds: number | null): string {
  return seconds === null
    ? 'until it is disarmed or another release is current: each network boot installs it AGAIN, so disarm it as soon as its installer runs'
    : `for ${timeSpan(seconds)}, once, and not after a restart of the router`;
}

/** The same as data. */
export function armJson(report: ArmReport): string {
  return jsonText({ version: 1, ...report });
}

function deed({ live, disk, keeps, variant }: ArmReportNode, release: string): string {
  const what = `release ${shortDigest(release)}${variant === 'none' ? '' : ` as ${variant}`}`;
  if (live) return `boots a live system of ${what}, and writes no disk`;
  const fate = keeps ? 'and replaces all but the partitions that it keeps' : 'and erases it';
  const cluster = variant === 'bootstrap' ? '; it founds a NEW cluster' : '';
  return `installs ${what} on ${disk} ${fate}${cluster}`;
}
