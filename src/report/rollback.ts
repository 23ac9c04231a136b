import { type Digest, shortDigest } from '../shared/digest.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';
import { warningLines } from './warnings.ts';

/** Which release of a site is current again. */
export interface RollbackReport {
  readonly site: string;
  readonly target: string;
  readonly from: Digest;
  readonly to: Digest;
  readonly warnings: readonly string[];
}

/** `✓ lab: release 89abcdef0123 is current again; it was 0123456789ab` */
export function rollbackText({ site, from, to, warnings }: RollbackReport, colour: boolean): string {
  const words =
    from === to
      ? `release ${shortDigest(to)} is current already`
      : `release ${shortDigest(to)} is current again; it was ${shortDigest(from)}`;
  return `${palette(colour).good('✓')} ${visible(site)}: ${words}\n${warningLines(warnings, colour)}`;
}

/** The same as data. */
export function rollbackJson(report: RollbackReport): string {
  return jsonText({ version: 1, ...report });
}
