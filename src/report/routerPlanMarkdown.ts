import type { RouterPlan } from '../router/plan/routerPlan.ts';
import { byteSize } from './bytes.ts';
import { counted } from './counts.ts';
import { markdownBlock, markdownCode, markdownTable, markdownText } from './markdown.ts';
import { installLine, outcomeWords, planSummary } from './routerPlan.ts';
import { probeMarkdown, problemMarkdown } from './routerProblems.ts';
import type { RouterReport } from './routerReport.ts';
import { changeLines } from './uciChanges.ts';

/** Lines of a diff that are shown: GitHub cuts a step's summary at 1 MiB. */
const shownLines = 2000;

/** A router's plan and outcome for the job summary, in Markdown. Nothing that the router says can add links, HTML or table cells. */
export function routerPlanMarkdown(report: RouterReport): string {
  const { site, plan, outcome } = report;
  return [
    `## Pilotlight: router of ${markdownText(site)}\n`,
    `${verdict(report)}\n`,
    outcome?.failure === undefined
      ? ''
      : `❌ ${markdownText(outcome.failure.message)}<br>${markdownText(outcome.failure.next ?? '')}\n`,
    ...(outcome?.warnings ?? []).map((warning) => `⚠️ ${markdownText(warning)}\n`),
    probeMarkdown(outcome?.probes ?? []),
    problemMarkdown(plan.problems),
    `### Plan\n\nOn ${markdownCode(plan.target)} (${markdownText(plan.system)}): ${markdownText(planSummary(plan))}\n`,
    packageSection(plan),
    changeSection(plan),
    fileSection(plan),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function verdict(report: RouterReport): string {
  const { plan, outcome } = report;
  const words = outcome === undefined ? undefined : outcomeWords(report, outcome);
  if (words !== undefined) return `✅ ${markdownText(words)}`;
  if (outcome !== undefined) return '❌ the router was not set up';
  if (plan.problems.some(({ severity }) => severity === 'error')) return '❌ the router cannot be set up';
  return planSummary(plan).startsWith('nothing')
    ? '✅ the router is set up'
    : '📋 the router would be changed';
}

function packageSection({ packages, system }: RouterPlan): string {
  if (packages.length === 0) return '';
  const rows = packages.map(({ name, why }) => [markdownCode(name), markdownText(why)]);
  return `${markdownTable(['Package', 'Why'], rows)}\n${markdownCode(installLine(packages, system))}\n`;
}

function changeSection({ changes }: RouterPlan): string {
  if (changes.length === 0) return '';
  const lines = changeLines(changes);
  // In a block of this language, `!` marks what changes.
  const signs = { '+': '+', '-': '-', '~': '!', ' ': '!' };
  const text = lines.slice(0, shownLines).map((line) => `${signs[line.sign]} ${line.text}`);
  const more = lines.length - text.length;
  const rest = more === 0 ? '' : `\n… and ${counted(more, 'more line')}\n`;
  return `${markdownBlock(text.map((line) => line.replaceAll('\n', '␊')).join('\n'), 'diff')}${rest}`;
}

function fileSection({ files }: RouterPlan): string {
  const rows = files
    .filter(({ action }) => action === 'upload')
    .map(({ path, bytes }) => [markdownCode(path), bytes === 0 ? '' : byteSize(bytes)]);
  return rows.length === 0 ? '' : markdownTable(['File', 'Size'], rows);
}
