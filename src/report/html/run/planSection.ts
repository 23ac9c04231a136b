import type { PlannedNode, QuorumForecast, ReimagePlan } from '../../../reimage/plan/plan.ts';
import type { NodeRun } from '../../../reimage/steps/run.ts';
import { timeSpan } from '../../timeSpan.ts';
import { icon } from '../icons.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { type Content, each, html, type Markup } from '../markup.ts';
import type { Section } from '../page.ts';
import { fact } from '../release/overview.ts';
import { roleWord } from '../roles.ts';
import type { RunReportInput } from '../runInput.ts';
import { nodeBadge } from './states.ts';

/** What was planned: the nodes in their order, what each loses, and all that speaks against it. */
export function runPlanSection({ report: { plan, unknown, outcome } }: RunReportInput): Section {
  const shown = plan.nodes.slice(0, limits.runNodes);
  const runs = new Map(outcome?.nodes.map((run) => [run.hostname, run]));
  const columns = [
    '',
    'Node',
    'Role',
    'Comes up as',
    'Why',
    'Erased',
    'Power',
    ...(outcome === undefined ? [] : ['State']),
  ];
  return {
    id: 'plan',
    title: 'The plan',
    count: `${plan.nodes.length} ${plan.nodes.length === 1 ? 'node' : 'nodes'}`,
    content: html`${
      plan.nodes.length === 0
        ? html`<p>Nothing to do.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="Table of the plan"><table><thead><tr>${each(columns, (name) => (name === '' ? html`<th scope="col"><span class="sr">Turn</span></th>` : html`<th scope="col">${name}</th>`))}</tr></thead><tbody>
${each(shown, (node, index) => row(node, index, runs.get(node.hostname)))}</tbody></table></div>`
    }
${leftOut(plan.nodes.length - shown.length, 'node', 'pilotlight reimage --plan lists them')}
${each(plan.refusals, ({ node, message, next }) => html`<p class="note bad">${icon('bad')}${node === undefined ? '' : html`<b>${node}:</b> `}${message}<br><span class="soft">${next}</span></p>`)}
${notes([...plan.warnings, ...unknown.map(({ hostname, why }) => `${hostname} is left alone: ${why}`), ...(outcome?.warnings ?? [])])}
<div class="card rules"><dl class="facts">${rules(plan)}</dl></div>`,
  };
}

function row(node: PlannedNode, index: number, run: NodeRun | undefined): Markup {
  const { hostname, role, variant, removal, because, disk, keeps, power, alive } = node;
  return html`<tr data-find><td class="num">${index + 1}</td><th scope="row">${hostname.split('.')[0]}<span class="under">${hostname.slice(hostname.indexOf('.'))}</span></th><td>${roleWord(role)}</td><td>${removal === undefined ? variant : 'removed'}${alive ? '' : html`<span class="under">does not answer</span>`}</td><td>${because}</td><td>${disk === undefined ? 'nothing' : html`<code>${disk.device.replace(/^\/dev\/disk\/by-id\//, '')}</code><span class="under">${disk.proof === 'seen' ? 'the machine has that disk' : 'its disk was not looked at'}</span>`}${keeps.length === 0 ? '' : html`<span class="under">keeps ${keeps.join(', ')}</span>`}</td><td>${power.join(', ') || 'none'}</td>${run === undefined ? '' : html`<td>${nodeBadge(run)}</td>`}</tr>
`;
}

function notes(list: readonly string[]): Markup {
  return html`${each(list, (note): Content => html`<p class="note warn">${icon('warn')}${note}</p>`)}`;
}

function rules({ drain, agentsAtATime, quorum }: ReimagePlan): Markup {
  const pods = `have ${timeSpan(drain.timeoutSeconds)} to leave${drain.deleteEmptyDirData ? '; what they keep in emptyDir is lost' : ''}${drain.force ? '; those that nothing brings back go too' : ''}`;
  return html`${fact('Order', `servers one at a time, ${agentsAtATime === 1 ? 'and so are agents' : `agents up to ${agentsAtATime} at a time`}`)}${fact('Pods', pods)}${quorum === undefined ? '' : fact('etcd', quorumText(quorum))}`;
}

function quorumText({ voters, healthy, needed, lowest }: QuorumForecast): string {
  return `${healthy} of ${voters} members healthy, ${needed} needed, at least ${lowest} throughout`;
}
