import type { NodeStatus } from '../reimage/plan/nodeStatus.ts';
import { shortDigest } from '../shared/digest.ts';
import { moment } from './moment.ts';
import { type Palette, palette } from './palette.ts';
import { type Cell, table } from './table.ts';

/** What each node runs, and whether it is what the release says. */
export function nodeStatusText(nodes: readonly NodeStatus[], colour: boolean): string {
  const colours = palette(colour);
  const rows = nodes.map((node): (string | Cell)[] => [
    node.hostname,
    node.role,
    node.running === undefined ? '?' : shortDigest(node.running),
    node.k3s ?? '',
    clusterWords(node),
    lastWords(node),
    driftCell(node, colours),
  ]);
  return table(['NODE', 'ROLE', 'RUNS', 'K3S', 'CLUSTER', 'REIMAGED', 'STATE'], rows);
}

/** How the cluster sees it. */
export function clusterWords({ ready, cordoned, role }: NodeStatus): string {
  if (role === 'none') return '';
  if (ready === undefined) return 'unknown';
  return `${ready ? 'Ready' : 'not Ready'}${cordoned === true ? ', cordoned' : ''}`;
}

/** When it was reimaged last, and what came of that. */
export function lastWords({ lastReimage }: NodeStatus): string {
  if (lastReimage === undefined) return '';
  const { at, outcome } = lastReimage;
  return `${moment(at)}${outcomeWords[outcome]}`;
}

const outcomeWords: Readonly<Record<NonNullable<NodeStatus['lastReimage']>['outcome'], string>> = {
  done: '',
  failed: ', failed',
  out: ', given up',
  removed: ', removed',
};

function driftCell({ drift, inInventory }: NodeStatus, colours: Palette): string | Cell {
  if (drift.state === 'same') return { text: 'as the release says', paint: colours.good };
  return { text: drift.because, paint: inInventory ? colours.warning : colours.error };
}
