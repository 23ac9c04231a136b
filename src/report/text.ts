import type { CatalogueEntry } from '../shared/catalogue/entry.ts';
import { catalogue } from '../shared/catalogue.ts';
import { compareFindings, type Finding } from '../shared/finding.ts';
import { conclusion, type Extent } from './conclusion.ts';
import { counted } from './counts.ts';
import { findingText } from './findingText.ts';
import { groupFindings, type Remainder } from './grouping.ts';
import { lineReader, type Source } from './lines.ts';
import { palette } from './palette.ts';

export interface TextOptions {
  readonly source: Source;
  readonly colour: boolean;
  /** Width of the terminal in cells. */
  readonly width: number;
  /** How many findings of one code are shown; `Infinity` shows all. */
  readonly perCode?: number;
  readonly extent: Extent;
}

/** How many findings of one code are shown unless all are asked for. */
export const defaultPerCode = 20;

/** A report of findings for a terminal, with a newline at its end. Safe to print, whatever the inventory holds. */
export function textReport(findings: readonly Finding[], options: TextOptions): string {
  const colours = palette(options.colour);
  const sorted = findings.toSorted(compareFindings);
  const { shown, left } = groupFindings(sorted, options.perCode ?? defaultPerCode);
  const style = {
    palette: colours,
    width: options.width,
    lineOf: withoutSecrets(sorted, lineReader(options.source)),
  };
  const lines = [
    ...shown.flatMap((finding) => findingText(finding, style)),
    ...left.map((each) => colours.faint(remainderText(each))),
    conclusion(sorted, options.extent, colours),
  ];
  return `${lines.join('\n')}\n`;
}

/** Keeps a line that may have a secret on it out of the report, whatever else is found there. */
function withoutSecrets(findings: readonly Finding[], lineOf: ReturnType<typeof lineReader>): typeof lineOf {
  const secret = new Set<string>();
  for (const { code, place } of findings) {
    const entry: CatalogueEntry = catalogue[code];
    if (entry.secret === true) secret.add(`${place.file}:${place.line}`);
  }
  return (file, line) => (secret.has(`${file}:${line}`) ? undefined : lineOf(file, line));
}

/** `… and 52 more of PL1204 (Address already in use) in 40 files: --all shows them` */
function remainderText({ code, count, files }: Remainder): string {
  const { title } = catalogue[code];
  return `… and ${count} more of ${code} (${title}) in ${counted(files, 'file')}: --all shows them`;
}
