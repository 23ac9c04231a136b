import type { ProbeResult } from '../router/run/probe/probe.ts';
import type { Failure } from '../shared/failure.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { probeLines } from './routerProblems.ts';
import { visible } from './visible.ts';

/** What became of a rollback of a site's router. */
export interface RouterRollbackReport {
  readonly site: string;
  /** `root@192.168.26.1:22` */
  readonly target: string;
  readonly result: 'reverted' | 'restored' | 'takenBack' | 'unknown';
  /** Packages of UCI that it was about. */
  readonly packages: readonly string[];
  readonly probes: readonly ProbeResult[];
  /** Why it was not done. */
  readonly failure?: Failure;
}

/** `✓ lab: dhcp, uhttpd are again as they were before the last change` */
export function routerRollbackText(
  { site, result, packages, probes }: RouterRollbackReport,
  colour: boolean,
): string {
  const colours = palette(colour);
  const words = {
    reverted: 'the change that nobody had confirmed was taken back',
    restored: `${packages.join(', ')} ${packages.length === 1 ? 'is' : 'are'} again as before the last change`,
    takenBack: undefined,
    unknown: undefined,
  }[result];
  const done = words === undefined ? '' : `${colours.good('✓')} ${visible(`${site}: ${words}`)}\n`;
  return `${probeLines(probes, colours)}${done}`;
}

/** The same as data. */
export function routerRollbackJson({ failure, ...report }: RouterRollbackReport): string {
  const said = failure === undefined ? null : { message: failure.message, next: failure.next ?? null };
  return jsonText({ version: 1, ...report, failure: said });
}
