import { shortDigest } from '../shared/digest.ts';
import { markdownCode, markdownText } from './markdown.ts';
import type { ReimageReport } from './reimageReport.ts';
import { stepWords } from './reimageWords.ts';

/** The plan, or what came of it, for the summary of a job or a comment. */
export function reimageMarkdown({ site, plan, unknown, outcome }: ReimageReport): string {
  const rows = plan.nodes.map(({ hostname, variant, because, disk, removal }, index) => {
    const run = outcome?.nodes.find((node) => node.hostname === hostname);
    const state =
      run === undefined ? '' : ` ${run.status === 'done' ? '✓' : `${run.status}: ${stepWords[run.step]}`} |`;
    return `| ${index + 1} | ${markdownCode(hostname)} | ${removal === undefined ? variant : 'removed'} | ${markdownText(because)} | ${disk === undefined ? 'nothing' : markdownCode(disk.device)} |${state}\n`;
  });
  const more = outcome === undefined ? ['', ''] : [' state |', ' --- |'];
  const head = `| | node | comes up as | why | erased |${more[0]}\n| --- | --- | --- | --- | --- |${more[1]}\n`;
  return [
    `### Reimage of ${markdownText(site)} with release ${markdownCode(shortDigest(plan.release))}\n\n`,
    plan.nodes.length === 0 ? 'Nothing to do.\n' : head + rows.join(''),
    list(
      'Refused',
      plan.refusals.map(
        ({ node, message, next }) => `${node === undefined ? '' : `${node}: `}${message}; ${next}`,
      ),
    ),
    list(
      'Lost',
      plan.nodes.flatMap(({ hostname, loses }) => loses.map((each) => `${hostname}: ${each}`)),
    ),
    list('To know', [
      ...plan.warnings,
      ...unknown.map(({ hostname, why }) => `${hostname} is left alone: ${why}`),
    ]),
    list(
      'Problems',
      (outcome?.nodes ?? []).flatMap(({ hostname, problem }) =>
        problem === undefined ? [] : [`${hostname}: ${problem}`],
      ),
    ),
  ].join('');
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `\n**${title}**\n\n${lines.map((line) => `- ${markdownText(line)}\n`).join('')}`;
}
