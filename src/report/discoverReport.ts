import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { table } from './table.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** The machines of a site that no node file names. */
export interface DiscoverReport {
  readonly site: string;
  /** What they get: `unknownMachines` of site.yaml. */
  readonly policy: 'ignore' | 'localBoot' | 'discover';
  readonly machines: readonly DiscoveredRow[];
}

/** A machine, as far as it told what it is. */
export interface DiscoveredRow {
  readonly mac: string;
  readonly address: string;
  readonly secondsAgo: number;
  readonly uuid?: string;
  readonly manufacturer?: string;
  readonly product?: string;
  readonly serial?: string;
  readonly hostname?: string;
  readonly platform?: string;
  readonly arch?: string;
  /** The node file for it, where one was to be written; not made where one was there. */
  readonly file: { readonly path: string; readonly made: boolean } | undefined;
}

/** A table of the machines, and what became of their files. */
export function discoverText({ site, policy, machines }: DiscoverReport, colour: boolean): string {
  const colours = palette(colour);
  if (machines.length === 0) {
    const hint =
      policy === 'discover'
        ? ''
        : `; machines tell what they are only with unknownMachines: discover (now ${policy})`;
    return `${visible(site)}: no unknown machine was seen${hint}\n`;
  }
  const rows = machines.map((machine) => [
    machine.mac,
    machine.address,
    [machine.manufacturer, machine.product].filter((text) => text !== undefined).join(' ') || '-',
    machine.serial ?? '-',
    machine.arch ?? '-',
    `${timeSpan(machine.secondsAgo)} ago`,
  ]);
  const files = machines.flatMap(({ file }) => {
    if (file === undefined) return [];
    const path = visible(file.path);
    return file.made
      ? `${colours.good('✓')} ${path}: give it its installDisk and its role, then commit it\n`
      : `${colours.warning('!')} ${path} is there already, and was left as it is\n`;
  });
  return `${table(['MAC', 'ADDRESS', 'MACHINE', 'SERIAL', 'ARCHITECTURE', 'SEEN'], rows)}${files.join('')}`;
}

/** The same as data. */
export function discoverJson({ machines, ...report }: DiscoverReport): string {
  return jsonText({
    version: 1,
    ...report,
    machines: machines.map(({ file, ...machine }) => ({ ...machine, file: file ?? null })),
  });
}
