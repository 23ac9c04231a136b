import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** What disarming came to on a site. */
export interface DisarmReport {
  readonly site: string;
  /** FQDNs of nodes that were armed and are not any more. */
  readonly disarmed: readonly string[];
  /** FQDNs of nodes that were named and were not armed. */
  readonly idle: readonly string[];
}

/** A line for each node. */
export function disarmText({ site, disarmed, idle }: DisarmReport, colour: boolean): string {
  const good = palette(colour).good('✓');
  if (disarmed.length === 0 && idle.length === 0) return `${good} ${visible(site)}: no node was armed\n`;
  return [
    ...disarmed.map((name) => `${good} ${visible(name)} is not armed any more: it boots its own disk\n`),
    ...idle.map((name) => `${good} ${visible(name)} was not armed\n`),
  ].join('');
}

/** The same as data. */
export function disarmJson(report: DisarmReport): string {
  return jsonText({ version: 1, ...report });
}
