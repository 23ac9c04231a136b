import type { Node } from '../../../inventory/model/node.ts';
import type { NodeStatus } from '../../../reimage/plan/nodeStatus.ts';
import type { NodePlan } from '../../../release/plan/plan.ts';
import { icon } from '../icons.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { each, html, type Markup } from '../markup.ts';
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
    'Installs on',
    ...(comparison === undefined ? [] : ['Change']),
    ...(statuses === undefined ? [] : ['Runs', 'State']),
  ];
  return {
    id: 'nodes',
    title: 'Nodes',
    count: String(nodes.length),
    content: html`<div class="scroll" tabindex="0" role="region" aria-label="Table of nodes"><table>
<thead><tr>${each(columns, (name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${each(shown, (node) => row(node, comparison === undefined ? 'none' : plans.get(node.hostname), statuses === undefined ? 'none' : states.get(node.hostname)))}
</tbody></table></div>
${leftOut(nodes.length - shown.length, 'node', 'pilotlight plan and status list them')}
${strangers(nodes, statuses ?? [])}
${nodeDetails(nodes)}`,
  };
}

function row(
  node: Node,
  plan: NodePlan | undefined | 'none',
  status: NodeStatus | undefined | 'none',
): Markup {
  const rest = node.hostname.slice(node.shortName.length);
  return html`<tr data-find><th scope="row">${node.shortName}<span class="under">${rest}</span></th><td class="tight">${roleWord(node.role)}${node.firstServer ? html`<span class="under wrapless">first server</span>` : ''}</td><td class="wrapless"><code>${addressOf(node)}</code>${macs(node)}</td><td class="disk"><code>${shortDevice(node.installDisk.device)}</code><span class="under">${installText(node)}</span></td>${plan === 'none' ? '' : html`<td class="tight wrapless">${plan === undefined ? '' : changeBadge(plan.change)}</td>`}${status === 'none' ? '' : statusCells(status)}</tr>
`;
}

function macs({ macs: [mac = '', ...others] }: Node): Markup {
  return html`<span class="under"><code>${mac}</code>${others.length === 0 ? '' : ` and ${others.length} more`}</span>`;
}

function statusCells(status: NodeStatus | undefined): Markup {
  if (status === undefined) return html`<td></td><td></td>`;
  const cluster = status.ready === undefined ? '' : status.ready ? 'Ready' : 'not Ready';
  return html`<td class="wrapless">${status.k3s ?? status.coreos ?? 'unknown'}<span class="under">${cluster}${status.cordoned === true ? ', cordoned' : ''}</span></td><td class="words">${driftBadge(status.drift)}</td>`;
}

function installText({ images, installDisk: { keepPartitions }, extraDisks }: Node): string {
  const kept = keepPartitions.length;
  return [
    images === undefined ? 'no CoreOS in the lock' : `CoreOS ${images.version}`,
    ...(kept === 0 ? [] : [`keeps ${kept} partition${kept === 1 ? '' : 's'}`]),
    ...(extraDisks.length === 0
      ? []
      : [`${extraDisks.length} more disk${extraDisks.length === 1 ? '' : 's'}`]),
  ].join(', ');
}

/** Nodes that the inventory does not have. */
function strangers(nodes: readonly Node[], statuses: readonly NodeStatus[]): Markup {
  const known = new Set(nodes.map(({ hostname }) => hostname));
  const others = statuses.filter(({ hostname }) => !known.has(hostname));
  return html`${each(others, ({ hostname, drift }) => html`<p class="note warn">${icon('warn')}<b>${hostname}</b> is in no node file${drift.state === 'same' ? '' : `: ${drift.because}`}</p>`)}`;
}

/** A device without the folder that all of them are in. */
function shortDevice(device: string): string {
  return device.replace(/^\/dev\/disk\/by-id\//, '');
}
