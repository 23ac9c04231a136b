import { changesAnything, type DeployPlan } from '../deploy/plan/plan.ts';
import type { ReleasePlan } from '../release/plan/plan.ts';
import { shortDigest } from '../shared/digest.ts';
import { byteSize } from './bytes.ts';
import { changeWords } from './changes.ts';
import { clusterChanges } from './clusterChanges.ts';
import { counted, duration } from './counts.ts';
import { describeChange, nodeCounts, totalsText } from './deployPlan.ts';
import type { DeployReport } from './deployReport.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';
import { palette } from './palette.ts';

/** GitHub cuts a step's summary at 1 MiB; what is left out is counted. */
const limits = { changes: 100, nodes: 500 } as const;

/** A deploy's plan and outcome for the job summary, in Markdown. No name on the storage can add links, HTML or table cells. */
export function deployMarkdown(report: DeployReport): string {
  const { site, plan, nodes, problems } = report;
  return [
    `## Pilotlight: deploy of ${markdownText(site)}\n`,
    `${verdict(report)}\n`,
    ...problems.map(
      ({ message, next }) =>
        `❌ ${message.split('\n').map(markdownText).join('<br>')}<br>${markdownText(next)}\n`,
    ),
    ...(report.outcome?.warnings ?? []).map((warning) => `⚠️ ${markdownText(warning)}\n`),
    `### Plan\n\nOn ${markdownCode(plan.target)}: ${markdownText(totalsText(plan))}\n`,
    changesSection(plan),
    nodesSection(nodes),
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function verdict({ plan, problems, outcome }: DeployReport): string {
  const release = `release ${markdownCode(shortDigest(plan.release))}`;
  if (outcome?.changed === true) {
    return `✅ ${release} is current · ${byteSize(outcome.uploadedBytes)} uploaded in ${duration(outcome.seconds * 1000)}`;
  }
  if (problems.length > 0) return `❌ ${release} cannot be deployed`;
  if (outcome !== undefined || !changesAnything(plan)) return `✅ nothing to do: ${release} is current`;
  return `📋 ${release} would be deployed`;
}

function changesSection({ changes }: DeployPlan): string {
  if (changes.length === 0) return '';
  const rows = changes.slice(0, limits.changes).map((change) => {
    const { what, size, why } = describeChange(change);
    return [change.action, markdownCode(what), size, markdownText(why)];
  });
  return `${markdownTable(['Action', 'What', 'Size', 'Why'], rows)}${leftOut(changes.length - rows.length, 'change')}`;
}

function nodesSection(nodes: ReleasePlan | undefined): string {
  if (nodes === undefined) {
    return '### Nodes\n\n⚠️ not compared: the release there has no manifest that can be read\n';
  }
  const changed = nodes.nodes.filter(({ change }) => change !== 'unchanged');
  const rows = changed
    .slice(0, limits.nodes)
    .map(({ hostname, change, risks }) => [
      markdownCode(hostname),
      [changeWords[change], ...risks.map(markdownText)].join('<br>'),
    ]);
  const counts = markdownText(nodeCounts(nodes, palette(false)));
  const list = rows.length === 0 ? '' : `\n${markdownTable(['Node', 'Change'], rows)}`;
  const { changes, warnings } = clusterChanges(nodes);
  const cluster = [...changes.map(markdownText), ...warnings.map((text) => `⚠️ ${markdownText(text)}`)];
  const lines = cluster.map((text) => `\n${text}\n`).join('');
  return `### Nodes\n\n${counts}\n${list}${leftOut(changed.length - rows.length, 'node')}${lines}`;
}

function leftOut(count: number, noun: string): string {
  return count === 0 ? '' : `\n… and ${counted(count, `more ${noun}`)}\n`;
}
