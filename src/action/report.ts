import { writeFileSync } from 'node:fs';
import * as core from '@actions/core';
import { verdictText } from '../report/conclusion.ts';
import { counted } from '../report/counts.ts';
import { githubReport } from '../report/github.ts';
import { planText } from '../report/planText.ts';
import { textReport } from '../report/text.ts';
import { visible } from '../report/visible.ts';
import { chooseAnnotations } from './annotations.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { printFolded, printReport } from './log.ts';
import { outputsOf } from './outputs.ts';
import { fails, type Result } from './result.ts';
import { summaryOf } from './summary.ts';
import type { UploadedRelease } from './upload.ts';

/** Columns of the text in the log. */
const logWidth = 120;

/** What a run is told about. */
export interface Told {
  readonly inputs: Inputs;
  readonly event: Event;
  readonly result: Result;
  readonly uploads: readonly UploadedRelease[];
  readonly environment: NodeJS.ProcessEnv;
}

/** Prints plans and findings to the log. */
export function printLog(result: Result, environment: NodeJS.ProcessEnv): void {
  const colour = !environment.NO_COLOR;
  for (const { name, plan } of result.sites) {
    if (plan !== undefined) printFolded(`Plan of ${visible(name)}`, planText(plan, { colour }));
  }
  if (result.sites.length === 0) return;
  const { findings, nodes, files, milliseconds, source } = result;
  printReport(
    textReport(findings, { source, colour, width: logWidth, extent: { nodes, files, milliseconds } }),
  );
}

const annotateNote = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** Tells GitHub everything: outputs, annotations, summary, and whether the step failed. */
export function tell(told: Told): void {
  const { inputs, result, uploads } = told;
  const kept = inputs.command === 'publish' || inputs.out !== undefined;
  for (const [name, value] of Object.entries(outputsOf(result, kept, uploads))) core.setOutput(name, value);
  for (const { level, text } of result.notes) {
    annotateNote[level](visible(text));
  }
  const left = annotate(told);
  if (inputs.summary) writeSummary(summaryOf(result, { event: told.event, uploads, left }), told.environment);
  if (fails(result, inputs)) core.setFailed(failureText(result, inputs));
}

/** Shows the worst findings as annotations; answers how many there are besides. */
function annotate({ inputs, result }: Told): number {
  if (!inputs.annotations) return 0;
  const { shown, left } = chooseAnnotations(result.findings, {
    error: (fails(result, inputs) ? 1 : 0) + result.notes.filter(({ level }) => level === 'error').length,
    warning: result.notes.filter(({ level }) => level === 'warning').length,
  });
  process.stdout.write(githubReport(shown));
  return left;
}

/** Writes the job summary in place of what the step wrote of it before. */
export function writeSummary(text: string, { GITHUB_STEP_SUMMARY: file }: NodeJS.ProcessEnv): void {
  if (file) writeFileSync(file, `${text}\n`);
}

function failureText({ findings, nodes }: Result, { failOn }: Inputs): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const verdict = verdictText(errors, findings.length - errors);
  const rule = errors === 0 && failOn === 'warning' ? ', and `fail-on` is `warning`' : '';
  return `${verdict} in the inventory of ${counted(nodes, 'node')}${rule}: the log and the summary say where`;
}
