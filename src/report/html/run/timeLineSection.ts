import type { NodeRun } from '../../../reimage/steps/run.ts';
import type { ReimageOutcome, ReimageStep } from '../../reimageReport.ts';
import { stepWords } from '../../reimageWords.ts';
import { timeSpan } from '../../timeSpan.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { each, html, type Markup, trusted } from '../markup.ts';
import type { Section } from '../page.ts';
import type { RunReportInput } from '../runInput.ts';
import { clockTime, tookTime } from './clockTime.ts';
import { nodeStory } from './nodeStory.ts';
import { phaseOf, phases } from './phases.ts';

/** What was done to each node, when, and how long it took: as bars, and then in words. */
export function timeLineSection(input: RunReportInput, outcome: ReimageOutcome): Section {
  const { timeLine, nodes } = outcome;
  const byNode = stepsByNode(timeLine);
  const shown = nodes.slice(0, limits.runNodes);
  return {
    id: 'time',
    title: 'Time line',
    ...(outcome.seconds > 0 ? { count: timeSpan(outcome.seconds) } : {}),
    content: html`${timeLine.length === 0 ? html`<p class="soft">Nothing tells when the steps of this run were done.</p>` : chart(shown, byNode, timeLine)}
${each(shown, (run) => nodeStory(run, byNode.get(run.hostname) ?? [], input))}
${leftOut(nodes.length - shown.length, 'node', 'pilotlight reimage --format json has all of them')}`,
  };
}

function stepsByNode(timeLine: readonly ReimageStep[]): ReadonlyMap<string, readonly ReimageStep[]> {
  const byNode = new Map<string, ReimageStep[]>();
  for (const step of timeLine) {
    const known = byNode.get(step.hostname);
    if (known === undefined) byNode.set(step.hostname, [step]);
    else known.push(step);
  }
  return byNode;
}

function chart(
  nodes: readonly NodeRun[],
  byNode: ReadonlyMap<string, readonly ReimageStep[]>,
  timeLine: readonly ReimageStep[],
): Markup {
  const length = timeLine.reduce(
    (most, { startedSeconds, seconds }) => Math.max(most, startedSeconds + seconds),
    1,
  );
  const used = phases.filter(({ steps }) => timeLine.some(({ step }) => steps.includes(step)));
  return html`<figure class="card figure"><div class="gantt">
${each(nodes, ({ hostname }) => bars(hostname, byNode.get(hostname) ?? [], length))}
<div class="row" aria-hidden="true"><span></span><div class="axis">${each(ticks(length), (seconds) => html`<span style="left:${percent(seconds, length)}%">${clockTime(seconds)}</span>`)}</div></div>
</div><ul class="legend">${each(used, ({ id, name }) => html`<li><i class="phase-${id}"></i>${name}</li>`)}${timeLine.some(({ problem }) => problem !== undefined) ? html`<li><i class="phase-failed"></i>failed</li>` : ''}</ul></figure>`;
}

function bars(hostname: string, steps: readonly ReimageStep[], length: number): Markup {
  const sum = steps.reduce((total, { seconds }) => total + seconds, 0);
  return html`<div class="row" data-find><span>${hostname.split('.')[0]}</span><div class="bars" role="img" aria-label="${barsText(hostname, steps)}">${each(steps, (step) => html`<i class="phase-${step.problem === undefined ? (phaseOf(step.step)?.id ?? 'leave') : 'failed'}" style="left:${percent(step.startedSeconds, length)}%;width:${percent(step.seconds, length)}%" title="${stepWords[step.step]}: ${tookTime(step.seconds)}"></i>`)}</div><span class="time">${sum > 0 ? tookTime(sum) : ''}</span></div>
`;
}

function barsText(hostname: string, steps: readonly ReimageStep[]): string {
  if (steps.length === 0) return `${hostname}: nothing was done`;
  return `${hostname}: ${steps.map(({ step, seconds }) => `${stepWords[step]} ${tookTime(seconds)}`).join(', ')}`;
}

/** A hundredth of a percent is finer than any screen. */
function percent(seconds: number, length: number): Markup {
  return trusted(String(Math.round(Math.min(100, Math.max(0, (seconds / length) * 100)) * 100) / 100));
}

/** Round times to read the bars by, and the end. */
function ticks(length: number): number[] {
  const step =
    [5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].find((each_) => length / each_ <= 5) ?? 14_400;
  const round = Array.from({ length: Math.floor(length / step) + 1 }, (_none, index) => index * step);
  return [...round.filter((seconds) => seconds < length - step * 0.6), length];
}
