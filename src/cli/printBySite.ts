import type { Context } from './context.ts';
import { jsonBySite } from './jsonBySite.ts';

/** How a report of a site is printed. */
interface Forms<R> {
  readonly json: (report: R) => string;
  readonly text: (report: R, colour: boolean) => string;
  /** What stands between the texts of two sites. */
  readonly between?: string;
}

/** Prints what a command reports of each site, in the format that was asked for. */
export function printBySite<R extends { readonly site: string }>(
  reports: readonly R[],
  format: 'text' | 'json',
  { json, text, between = '' }: Forms<R>,
  { stdout, colour }: Pick<Context, 'stdout' | 'colour'>,
): void {
  stdout.write(
    format === 'json'
      ? jsonBySite(reports.map((report) => [report.site, json(report)]))
      : reports.map((report) => text(report, colour)).join(between),
  );
}
