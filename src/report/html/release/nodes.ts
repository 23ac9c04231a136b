import type { Node } from '../../../inventory/model/node.ts';
import type { NodeStatus } from '../../../reimage/plan/nodeStatus.ts';
import type { NodePlan } from '../../../release/plan/plan.ts';
import { each, html, type Markup } from '../markup.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import type { Section } from '../page.ts';
import type { ReleaseReportInput } from '../releaseInput.ts';
import { roleWord } from '../roles.ts';
import { changeBadge } from './changeBadge.ts';
import { driftBadge } from './driftBadge.ts';
import { nodeDetails } from './nodeDetails.ts';
import { addressOf } from './way.ts';

/** All nodes in a table, and what the inventory says of each. */
export function nodesSection(
  nodes: readonly Node[],
  { comparison, nodes: statuses }: ReleaseReportInput,
): Section {
  const plans = new Map(comparison?.plan.nodes.map((plan) => [plan.hostname, plan]));
  const states = new Map(statuses?.map((status) => [status.hostname, status]));
  const shown = nodes.slice(0, limits.nodes);
  const columns = [
    'Node',
    'Role',
    'Address',
    'MAC',
    'Installs on',
    'CoreOS',
    ...(comparison === undefined ? [] : ['Change']),
    ...(statuses === undefined ? [] : ['Runs', 'State']),
  ];
  return {
    id: 'nodes',
    title: 'Nodes',
    count: String(nodes.length),
    content: html`<div class="scroll" tabindex="0" role="region" aria-labelledby="nodes-title"><table>
<thead><tr>${each(columns, (name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${each(shown, (node) => row(node, comparison === undefined ? 'none' : plans.get(node.hostname), statuses === undefined ? 'none' : states.get(node.hostname)))}
</tbody></table></div>
${leftOut(nodes.length - shown.length, 'node', 'pilotlight plan and status list them')}
${nodeDetails(nodes)}`,
  };
}

function row(
  node: Node,
  plan: NodePlan | undefined | 'none',
  status: NodeStatus | undefined | 'none',
): Markup {
  const [mac, ...others] = node.macs;
  const rest = node.hostname.slice(node.shortName.length);
  return html`<tr data-find><th scope="row">${node.shortName}<span class="under">${rest}</span></th><td>${roleWord(node.role)}${node.firstServer ? html`<span class="under">first server</span>` : ''}</td><td class="wrapless"><code>${addressOf(node)}</code></td><td class="wrapless"><code>${mac ?? ''}</code>${others.length === 0 ? '' : html`<span class="under">and ${others.length} more</span>`}</td><td class="disk"><code>${shortDevice(node.installDisk.device)}</code>${keptText(node)}</td><td class="wrapless">${node.images?.version ?? 'not locked'}</td>${plan === 'none' ? '' : html`<td class="wrapless">${plan === undefined ? '' : changeBadge(plan.change)}</td>`}${status === 'none' ? '' : statusCells(status)}</tr>
`;
}

function statusCells(status: NodeStatus | undefined): Markup {
  if (status === undefined) return html`<td></td><td></td>`;
  const cluster = status.ready === undefined ? '' : status.ready ? 'Ready' : 'not Ready';
  return html`<td>${status.k3s ?? status.coreos ?? 'unknown'}<span class="under">${cluster}${status.cordoned === true ? ', cordoned' : ''}</span></td><td>${driftBadge(status.drift)}</td>`;
}

function keptText({ installDisk: { keepPartitions }, extraDisks }: Node): Markup {
  const kept = keepPartitions.length;
  const words = [
    ...(kept === 0 ? [] : [`keeps ${kept} partition${kept === 1 ? '' : 's'}`]),
    ...(extraDisks.length === 0
      ? []
      : [`${extraDisks.length} more disk${extraDisks.length === 1 ? '' : 's'}`]),
  ];
  return words.length === 0 ? html`` : html`<span class="under">${words.join(', ')}</span>`;
}

/** A device without the folder that all of them are in. */
function shortDevice(device: string): string {
  return device.replace(/^\/dev\/disk\/by-id\//, '');
}
