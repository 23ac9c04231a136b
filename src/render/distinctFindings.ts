import type { Finding } from '../shared/finding.ts';

/** One mistake shows in every file that it reaches; it is told once. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  const byText = new Map(
    findings.map((each) => [
      JSON.stringify([each.code, each.place.file, each.place.line, each.place.column, each.message]),
      each,
    ]),
  );
  return [...byText.values()];
}
