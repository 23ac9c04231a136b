import { byteSize } from './bytes.ts';
import { counted } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { storedName } from './storedName.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';
import { warningLines } from './warnings.ts';

/** What re-hashing everything on a storage found. */
export interface VerificationReport {
  readonly site: string;
  readonly target: string;
  readonly checked: readonly { readonly path: string; readonly files: number; readonly bytes: number }[];
  /** Folders with the files in them that are not what they should be. */
  readonly damaged: readonly { readonly path: string; readonly files: readonly string[] }[];
  readonly warnings: readonly string[];
}

/** Files of a folder that are named; the others are counted. */
const shownFiles = 20;

/** What was looked at, what is damaged, and what happens next. */
export function verificationText(report: VerificationReport, colour: boolean): string {
  const { site, target, checked, damaged, warnings } = report;
  const colours = palette(colour);
  const broken = new Set(damaged.map(({ path }) => path));
  const rows = checked.map(({ path, files, bytes }) => [
    storedName(path),
    String(files),
    byteSize(bytes),
    broken.has(path) ? { text: 'damaged', paint: colours.error } : { text: 'whole', paint: colours.good },
  ]);
  const total = checked.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    `${colours.strong(visible(site))} · ${visible(target)}\n`,
    rows.length === 0 ? '' : `\n${table(['WHAT', 'FILES', 'SIZE', 'STATE'], rows)}`,
    ...damaged.map(({ path, files }) => `\n${damageText(path, files)}`),
    damaged.length === 0
      ? `\n${colours.good('✓')} ${byteSize(total)} verified, nothing is damaged\n`
      : `\n${colours.error('✗')} ${counted(damaged.length, 'folder')} damaged: no machine is led there any more, and the next deploy mends them\n`,
    warningLines(warnings, colour),
  ].join('');
}

function damageText(path: string, files: readonly string[]): string {
  const more = files.length - shownFiles;
  return [
    `${visible(storedName(path))}\n`,
    ...files.slice(0, shownFiles).map((file) => `    ${visible(file)}\n`),
    more > 0 ? `    … and ${counted(more, 'more file')}\n` : '',
  ].join('');
}

/** The same as data. */
export function verificationJson(report: VerificationReport): string {
  return jsonText({ version: 1, ...report });
}
