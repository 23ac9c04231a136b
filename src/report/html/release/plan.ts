import { type NodePlan, nodeChanges, type Reason, type ReleasePlan } from '../../../release/plan/plan.ts';
import { shortDigest } from '../../../shared/digest.ts';
import { changeWords } from '../../changes.ts';
import { diffMarkup } from '../diffMarkup.ts';
import { badge, icon } from '../icons.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { each, html, type Markup } from '../markup.ts';
import type { Section } from '../page.ts';
import type { ReleaseComparison } from '../releaseInput.ts';
import { roleWord } from '../roles.ts';
import { changeBadge, changeTones } from './changeBadge.ts';

/** What the release changes: node by node, the most serious first, with what differs in their files. */
export function planSection({ against, plan }: ReleaseComparison): Section {
  const told = plan.nodes.filter(isWorthTelling).sort((a, b) => rank(a) - rank(b));
  const shown = told.slice(0, limits.changes);
  const withDiff = withinRoom(shown);
  const quiet = plan.nodes.length - told.length;
  return {
    id: 'plan',
    title: 'What changes',
    count: `against ${against}`,
    content: html`<p class="soft">${idText(plan)}</p>
<div class="verdicts">${each(
      nodeChanges.filter((change) => plan.counts[change] > 0),
      (change) => html`${badge(changeTones[change], `${plan.counts[change]} ${changeWords[change]}`)} `,
    )}</div>
${plan.site.length === 0 ? '' : html`<div class="fold"><div class="inside"><h3 class="spaced">The site</h3>${reasons(plan.site)}</div></div>`}
${each(shown, (node) => nodeChange(node, withDiff.has(node)))}
${leftOut(told.length - shown.length, 'node', 'pilotlight plan lists them')}
${quiet === 0 ? '' : html`<p class="soft small">${quiet === 1 ? 'One node stays' : `${quiet} nodes stay`} as ${quiet === 1 ? 'it is' : 'they are'}.</p>`}`,
  };
}

function nodeChange(node: NodePlan, showsDiff: boolean): Markup {
  const { hostname, role, change, risks, newHardware, diff } = node;
  return html`<details class="fold" open data-find><summary>${changeBadge(change)}<h3>${hostname}</h3><span class="right">${roleWord(role)}</span></summary><div class="inside">
${each(risks, (risk) => html`<p class="note bad">${icon('bad')}<b>Data at risk:</b> ${risk}</p>`)}
${newHardware ? html`<p class="note warn">${icon('warn')}Another machine goes by this name now.</p>` : ''}
${reasons(node.reasons)}
${diff === undefined ? '' : showsDiff ? html`<details><summary class="small">The difference of its Butane file</summary>${diffMarkup(diff)}</details>` : html`<p class="soft small">There is no room for its difference: pilotlight plan prints it.</p>`}</div></details>
`;
}

function reasons(list: readonly Reason[]): Markup {
  const shown = list.slice(0, limits.reasons);
  return html`<ul>${each(shown, ({ text }) => html`<li>${text}</li>`)}</ul>${leftOut(list.length - shown.length, 'change', 'pilotlight plan lists them')}`;
}

function isWorthTelling({ change, reasons: list, risks, diff }: NodePlan): boolean {
  return change !== 'unchanged' || list.length + risks.length > 0 || diff !== undefined;
}

function rank({ change }: NodePlan): number {
  return nodeChanges.indexOf(change);
}

/** The nodes whose differences there is room for. */
function withinRoom(nodes: readonly NodePlan[]): ReadonlySet<NodePlan> {
  const chosen = new Set<NodePlan>();
  let room: number = limits.diffCharacters;
  for (const node of nodes) {
    if (node.diff === undefined || node.diff.length > room || chosen.size >= limits.diffs) continue;
    room -= node.diff.length;
    chosen.add(node);
  }
  return chosen;
}

function idText({ from, to }: ReleasePlan): Markup {
  if (from === undefined) return html`There was no release of this site before: every node is new.`;
  if (from === to) return html`The same release: <code>${shortDigest(to)}</code>.`;
  return html`Release <code>${shortDigest(from)}</code> → <code>${shortDigest(to)}</code>.`;
}
