import type { NodeStatus } from '../reimage/plan/nodeStatus.ts';
import { shortDigest } from '../shared/digest.ts';
import { counted } from './counts.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';
import { clusterWords, lastWords } from './nodeStatusText.ts';

/** Most nodes that are listed. */
const mostNodes = 500;

/** What each node runs, and whether it is what the release says: those that are not come first. */
export function nodeStatusMarkdown(nodes: readonly NodeStatus[]): string {
  const sorted = nodes.toSorted((a, b) => rank(a) - rank(b));
  const rows = sorted
    .slice(0, mostNodes)
    .map((node) => [
      markdownCode(node.hostname),
      node.role,
      node.running === undefined ? '?' : markdownCode(shortDigest(node.running)),
      markdownText(node.k3s ?? ''),
      clusterWords(node),
      lastWords(node),
      node.drift.state === 'same' ? '✅ as the release says' : `⚠️ ${markdownText(node.drift.because)}`,
    ]);
  const head = ['Node', 'Role', 'Runs', 'K3s', 'Cluster', 'Reimaged', 'State'];
  const left = nodes.length - rows.length;
  return `${markdownTable(head, rows)}${left === 0 ? '' : `\n… and ${counted(left, 'more node')}\n`}`;
}

function rank({ drift }: NodeStatus): number {
  return drift.state === 'same' ? 1 : 0;
}
