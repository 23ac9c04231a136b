import { markdownBlock, markdownCode, markdownTable, markdownText } from './markdown.ts';
import { label } from './mermaid.ts';
import type { ReimageOutcome, ReimageStep } from './reimageReport.ts';
import { doneWords, stepWords } from './reimageWords.ts';
import { timeSpan } from './timeSpan.ts';

/** Most nodes that are drawn, and most steps that are listed. */
const limits = { nodes: 20, steps: 500 } as const;

/** What was done to each node, when, and how long it took: drawn, and as a table that is folded. Empty where nothing was done. */
export function reimageTimeLine({ nodes, timeLine }: ReimageOutcome): string {
  if (timeLine.length === 0) return '';
  const rows = timeLine
    .slice(0, limits.steps)
    .map(({ hostname, step, startedSeconds, seconds, problem }) => [
      timeSpan(startedSeconds),
      markdownCode(hostname),
      problem === undefined ? doneWords[step] : `❌ ${stepWords[step]}: ${markdownText(problem)}`,
      timeSpan(seconds),
    ]);
  const more = timeLine.length - rows.length;
  const table = markdownTable(['After', 'Node', 'What', 'Took'], rows);
  return [
    '#### Time line\n\n',
    nodes.length > limits.nodes ? '' : `${markdownBlock(timeLineDiagram(timeLine), 'mermaid')}\n`,
    `<details><summary>Every step</summary>\n\n${table}${more === 0 ? '' : `\n… and ${more} more\n`}\n</details>\n`,
  ].join('');
}

/** The steps as a Mermaid diagram, in seconds since the run began. Names are reduced to harmless characters. */
export function timeLineDiagram(timeLine: readonly ReimageStep[]): string {
  const hostnames = [...new Set(timeLine.map(({ hostname }) => hostname))];
  const sections = hostnames.map((hostname) => {
    const steps = timeLine.filter((each) => each.hostname === hostname).map(taskLine);
    return `  section ${label(hostname)}\n${steps.join('')}`;
  });
  return `gantt\n  dateFormat X\n  axisFormat %s s\n${sections.join('')}`;
}

function taskLine({ step, startedSeconds, seconds, problem }: ReimageStep): string {
  const from = Math.floor(startedSeconds);
  const to = Math.max(from + 1, Math.ceil(startedSeconds + seconds));
  return `  ${stepWords[step]} :${problem === undefined ? 'done' : 'crit'}, ${from}, ${to}\n`;
}
