import type { NodeRun } from '../../../reimage/steps/run.ts';
import type { ReimageOutcome } from '../../reimageReport.ts';
import { icon } from '../icons.ts';
import { each, html, type Markup, trusted } from '../markup.ts';
import type { Section } from '../page.ts';
import { bootLine } from '../pictures/bootLine.ts';
import type { RunReportInput, SeenOfNode } from '../runInput.ts';
import { nodeBadge, stationsOf } from './states.ts';

/** Why nodes failed, how far they came, and what to do; undefined where none did and all was taken back. */
export function failuresSection(
  { report: { plan }, seen }: RunReportInput,
  outcome: ReimageOutcome,
): Section | undefined {
  const failed = outcome.nodes.filter(({ status, problem }) => status === 'failed' || problem !== undefined);
  if (failed.length === 0 && outcome.left.length === 0) return undefined;
  return {
    id: 'why',
    title: failed.length === 0 ? 'What is left' : 'Why it stopped',
    content: html`${each(failed, (run) => {
      const planned = plan.nodes.find(({ hostname }) => hostname === run.hostname);
      return html`<article class="card failure" data-find><h3>${run.hostname} ${nodeBadge(run)}</h3>
${problemText(run)}
${causeText(seen?.get(run.hostname), run)}
${planned === undefined ? '' : bootLine(stationsOf(planned, run, outcome), `How far ${run.hostname} came`)}</article>
`;
    })}
${each(outcome.left, ({ hostname, what, why }) => html`<p class="note bad">${icon('bad')}<b>${hostname} is still ${what}:</b> ${why}. <code>${what === 'armed' ? `pilotlight disarm ${hostname}` : `kubectl uncordon ${hostname}`}</code>${what === 'armed' ? '; by itself that ends with its time' : ''}</p>`)}
${outcome.phase === 'stopped' ? html`<p class="note">${icon('info')}Nothing is under way any more. <code>pilotlight reimage --resume</code> goes on from here; <code>pilotlight reimage --abort</code> takes back what can be.</p>` : ''}`,
  };
}

/** The first line says what went wrong; the others are what a unit or a program said. */
function problemText({ problem = '' }: NodeRun): Markup {
  const [first = '', ...lines] = problem.split('\n');
  return html`<p class="note bad">${icon('bad')}${first}</p>${output(lines)}`;
}

/** What the router saw tells more than the problem says, where the problem was not made of it. */
function causeText(seen: SeenOfNode | undefined, { problem = '' }: NodeRun): Markup {
  const cause = seen?.cause;
  if (cause === undefined || problem.includes(cause.message)) return html``;
  return html`<p class="note warn">${icon('warn')}<b>Likely cause:</b> ${cause.message}.<br>${cause.next}.</p>${output(cause.lines)}`;
}

const lineBreak = trusted('\n');

function output(lines: readonly string[]): Markup {
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (told.length === 0) return html``;
  return html`<pre class="wrap" tabindex="0" aria-label="What the node said"><code>${each(told, (line, index) => html`${index === 0 ? '' : lineBreak}${line}`)}</code></pre>`;
}
