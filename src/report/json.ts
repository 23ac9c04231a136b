import { catalogue } from '../shared/catalogue.ts';
import { compareFindings, type Finding, type Place } from '../shared/finding.ts';
import type { Extent } from './conclusion.ts';
import { jsonText } from './jsonText.ts';

/** Version of the shape of {@link JsonReport}. Keys may be added within a version; none changes its meaning or goes. */
export const jsonReportVersion = 1;

/** What `--format json` prints: one object, documented and stable. */
export interface JsonReport {
  readonly version: typeof jsonReportVersion;
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly nodes: number;
    readonly files: number;
  };
  /** In order of file, line and column. */
  readonly findings: readonly JsonFinding[];
}

export interface JsonFinding extends Place {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly hint?: string;
  readonly related: readonly (Place & { readonly message: string })[];
}

/** Findings as JSON. Times are left out, so that equal inventories give equal bytes. */
export function jsonReport(findings: readonly Finding[], { nodes, files }: Extent): string {
  const sorted = findings.toSorted(compareFindings);
  const errors = sorted.filter(({ severity }) => severity === 'error').length;
  const report: JsonReport = {
    version: jsonReportVersion,
    summary: { errors, warnings: sorted.length - errors, nodes, files },
    findings: sorted.map(jsonFinding),
  };
  return jsonText(report);
}

function jsonFinding({ code, severity, message, place, hint, related }: Finding): JsonFinding {
  return {
    code,
    severity,
    title: catalogue[code].title,
    message,
    ...place,
    ...(hint === undefined ? {} : { hint }),
    related: (related ?? []).map((other) => ({ ...other.place, message: other.message })),
  };
}
