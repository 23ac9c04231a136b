import { Option } from 'commander';
import { version } from '../adapters/version.ts';
import type { Checked } from '../app/check.ts';
import { githubReport } from '../report/github.ts';
import { jsonReport } from '../report/json.ts';
import { findingPages, home } from '../report/pages.ts';
import { sarifReport } from '../report/sarif.ts';
import { textReport } from '../report/text.ts';
import { type Finding, hasErrors } from '../shared/finding.ts';
import type { Context } from './context.ts';

export type FindingsFormat = 'text' | 'json' | 'sarif' | 'github';

/** `--format` of the commands that print findings. */
export function formatOption(): Option {
  return new Option('-f, --format <format>', 'how findings are printed')
    .choices(['text', 'json', 'sarif', 'github'])
    .default('text');
}

/** What is needed of a run to print its findings. */
export type Reported = Pick<Checked, 'findings' | 'nodes' | 'files' | 'milliseconds' | 'source'>;

/** Findings in the format asked for, and the exit code that goes with them. */
export function reportFindings(
  checked: Reported,
  { format, all }: { readonly format: FindingsFormat; readonly all?: boolean | undefined },
  context: Context,
): void {
  const extent = { nodes: checked.nodes, files: checked.files, milliseconds: checked.milliseconds };
  const reports: Readonly<Record<FindingsFormat, () => string>> = {
    text: () =>
      textReport(checked.findings, {
        source: checked.source,
        colour: context.colour,
        width: context.width,
        extent,
        ...(all === true ? { perCode: Number.POSITIVE_INFINITY } : {}),
      }),
    json: () => jsonReport(checked.findings, extent),
    sarif: () => sarifReport(checked.findings, { version, home, pages: findingPages }),
    github: () => githubReport(checked.findings),
  };
  if (format === 'github') context.exact(reports.github());
  else context.stdout.write(reports[format]());
  if (hasErrors(checked.findings)) context.exit(1);
}

/** Says beside output that is not about findings that the inventory has errors. Answers whether it has. */
export function noteErrors(findings: readonly Finding[], { stderr }: Context): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) stderr.write(`! the inventory has errors (${errors}): pilotlight check lists them\n`);
  return errors > 0;
}
