import { nodeChanges } from '../../../release/plan/plan.ts';
import { changeWords } from '../../changes.ts';
import { verdictText } from '../../conclusion.ts';
import { counted } from '../../counts.ts';
import { badge } from '../icons.ts';
import { each, html, type Markup } from '../markup.ts';
import type { ReleaseReportInput } from '../releaseInput.ts';
import { changeTones } from './changeBadge.ts';

/** The name of the site and what matters most of it. */
export function releaseHero({
  name,
  site,
  release,
  findings,
  comparison,
  nodes,
}: ReleaseReportInput): Markup {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const drifted = nodes?.filter(({ drift }) => drift.state === 'differs').length;
  const lede =
    site === undefined
      ? 'The inventory of this site cannot be read yet: see what was found.'
      : `${counted(site.nodes.length, 'node')} in ${site.domain}, booted by the router ${site.router.address}.`;
  return html`<p class="soft small">${release === undefined ? 'Site' : 'Release of the site'}</p><h1 id="title">${name}</h1>
<p class="lede">${lede}</p>
<p class="small">${release === undefined ? html`<b>No release:</b> errors keep it from being made.` : html`<span class="soft">Release</span> <code>${release}</code>`}</p>
<div class="verdicts">${badge(errors > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good', verdictText(errors, warnings))}
${comparison === undefined ? '' : changes(comparison)}
${drifted === undefined ? '' : badge(drifted > 0 ? 'warn' : 'good', drifted > 0 ? `${counted(drifted, 'node')} drifted` : 'no drift')}</div>`;
}

function changes({ plan }: NonNullable<ReleaseReportInput['comparison']>): Markup {
  const told = nodeChanges.filter((change) => change !== 'unchanged' && plan.counts[change] > 0);
  if (told.length === 0) return badge('good', 'no node changes');
  return html`${each(told, (change) => html`${badge(changeTones[change], `${counted(plan.counts[change], 'node')}: ${changeWords[change]}`)} `)}`;
}
