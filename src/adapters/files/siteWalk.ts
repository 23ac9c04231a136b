import type { SourceFile } from '../../ports/inventorySource.ts';
import type { Code } from '../../shared/catalogue.ts';
import { type Finding, finding } from '../../shared/finding.ts';

/** A walk through the folder of one site, and what it has gathered so far. */
export interface Walk {
  /** The site's folder, as a person would type it. */
  readonly folder: string;
  /** Real path that no link may leave: that of the inventory. */
  readonly boundary: string;
  readonly files: SourceFile[];
  readonly findings: Finding[];
  /** Entries that were looked at. */
  entries: number;
  /** Bytes that were read. */
  bytes: number;
}

/** Reports something about a file or folder of the site as a whole. */
export function report(walk: Walk, code: Code, relative: string, message: string): void {
  const file = joined(walk.folder, relative);
  walk.findings.push(finding(code, { file, line: 1, column: 1 }, message));
}

/** A path below a folder as a person would type it: below `.` without `./`. */
export function joined(folder: string, relative: string): string {
  if (folder === '.') return relative === '' ? '.' : relative;
  return relative === '' ? folder : `${folder.replace(/\/$/, '')}/${relative}`;
}
