import type { Finding } from '../shared/finding.ts';
import { counted, duration } from './counts.ts';
import type { Palette } from './palette.ts';

/** What a run looked at. */
export interface Extent {
  readonly nodes: number;
  readonly files: number;
  /** How long it took; left out where a time would make the output differ from run to run. */
  readonly milliseconds?: number;
}

/** The last line of a report: `✗ 1 error · 3 nodes, 7 files · 0.4 s`, or `✓ no findings · …`. */
export function conclusion(findings: readonly Finding[], extent: Extent, colours: Palette): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const looked = [
    extentText(extent),
    ...(extent.milliseconds === undefined ? [] : [duration(extent.milliseconds)]),
  ];
  const rest = looked.map((each) => ` · ${each}`).join('');
  const verdict = verdictText(errors, warnings);
  return errors > 0
    ? `${colours.error(`✗ ${verdict}`)}${rest}`
    : `${(warnings > 0 ? colours.warning : colours.good)(`✓ ${verdict}`)}${rest}`;
}

/** `3 nodes, 7 files`; files alone where it was not about nodes. */
export function extentText({ nodes, files }: Extent): string {
  return [...(nodes === 0 ? [] : [counted(nodes, 'node')]), counted(files, 'file')].join(', ');
}

/** `1 error, 2 warnings`, or `no findings`. */
export function verdictText(errors: number, warnings: number): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}
