import { catalogue } from '../shared/catalogue.ts';
import { compareFindings, type Finding } from '../shared/finding.ts';
import { visible } from './visible.ts';

/**
 * Findings as workflow commands of GitHub Actions, which become annotations: one line each, errors first, because
 * GitHub keeps only the first ten of a step. Source of the form and its escaping: @actions/core's command.ts.
 */
export function githubReport(findings: readonly Finding[]): string {
  const sorted = findings.toSorted((a, b) => severityRank(a) - severityRank(b) || compareFindings(a, b));
  return sorted.map((finding) => `${annotation(finding)}\n`).join('');
}

function severityRank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

function annotation({ code, severity, message, place, hint }: Finding): string {
  const properties = {
    file: place.file,
    line: place.line,
    col: place.column,
    // The end needs its line: GitHub ignores columns of annotations over several lines. The last column is included.
    ...(place.endColumn === undefined ? {} : { endLine: place.line, endColumn: place.endColumn - 1 }),
    title: `${code} ${catalogue[code].title}`,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  const text = hint === undefined ? visible(message) : `${visible(message)}\nhint: ${visible(hint)}`;
  return `::${severity} ${list.join(',')}::${escapeData(text)}`;
}

/** Escapes the message of a workflow command: it ends at a line break, and `%` begins an escape. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a workflow command, which ends at a comma or colon as well. */
function escapeProperty(text: string): string {
  return escapeData(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
