/**
 * One entry of a report by the official Butane or Ignition. Lines and columns count from 1; 0 where the report has none.
 * The same shape as the translator port's `ReportEntry`, which a stage may not import.
 */
export interface ReportEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly column: number;
}
