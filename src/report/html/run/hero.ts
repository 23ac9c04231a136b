import { shortDigest } from '../../../shared/digest.ts';
import { counted } from '../../counts.ts';
import { moment } from '../../moment.ts';
import { timeSpan } from '../../timeSpan.ts';
import { badge } from '../icons.ts';
import { html, type Markup } from '../markup.ts';
import type { RunReportInput } from '../runInput.ts';
import { phaseBadge } from './states.ts';

/** What was reimaged, and what came of it. */
export function runHero({ report: { site, target, plan, outcome }, journal = [] }: RunReportInput): Markup {
  const done = outcome?.nodes.filter(({ status }) => status === 'done').length ?? 0;
  const failed = outcome?.nodes.filter(({ status }) => status === 'failed').length ?? 0;
  const last = journal.at(-1);
  return html`<p class="soft small">${outcome === undefined ? 'Plan of a reimage' : 'Reimage'} of the site</p><h1 id="title">${site}</h1>
<p class="lede">${ledeText(plan.nodes.length, done, outcome?.seconds ?? 0, outcome !== undefined)}</p>
<p class="small"><span class="soft">Release</span> <code>${shortDigest(plan.release)}</code>${outcome === undefined ? '' : html` <span class="soft">· run</span> <code>${outcome.id}</code>`} <span class="soft">·</span> <code>${target}</code>${last === undefined ? '' : html` <span class="soft">· ${moment(last.at)}, ${last.who}</span>`}</p>
<div class="verdicts">${outcome === undefined ? badge(plan.refusals.length > 0 ? 'bad' : 'info', plan.refusals.length > 0 ? 'refused' : 'nothing was done yet') : phaseBadge(outcome.phase)}
${done > 0 ? badge('good', `${counted(done, 'node')} done`) : ''}
${failed > 0 ? badge('bad', `${counted(failed, 'node')} failed`) : ''}
${outcome !== undefined && outcome.left.length > 0 ? badge('bad', `${outcome.left.length} not taken back`) : ''}</div>`;
}

function ledeText(nodes: number, done: number, seconds: number, isRun: boolean): string {
  if (nodes === 0) return 'No node differs: there is nothing to do.';
  if (!isRun) return `${counted(nodes, 'node')} would be installed anew.`;
  const time = seconds > 0 ? ` in ${timeSpan(seconds)}` : '';
  return `${done} of ${counted(nodes, 'node')} done${time}.`;
}
