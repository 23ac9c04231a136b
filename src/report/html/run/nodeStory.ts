import type { NodeRun } from '../../../reimage/steps/run.ts';
import type { Step } from '../../../reimage/steps/step.ts';
import type { TimeLineRow } from '../../../reimage/watch/timeLine.ts';
import type { ReimageStep } from '../../reimageReport.ts';
import { doneWords, stepWords } from '../../reimageWords.ts';
import { leftOut } from '../leftOut.ts';
import { limits } from '../limits.ts';
import { each, html, type Markup, trusted } from '../markup.ts';
import type { RunReportInput, ToldMessage } from '../runInput.ts';
import { clockTime, tookTime } from './clockTime.ts';
import { nodeBadge } from './states.ts';

/** What was done to a node and what was seen of it, in words. */
export function nodeStory(
  run: NodeRun,
  steps: readonly ReimageStep[],
  { usual, seen, told }: RunReportInput,
): Markup {
  const { hostname } = run;
  const said = (told ?? []).filter((message) => message.hostname === hostname);
  const rows = seen?.get(hostname)?.rows ?? [];
  if (steps.length + said.length + rows.length === 0) return html``;
  return html`<details class="fold"${run.status === 'failed' ? trusted(' open') : ''} data-find><summary>${nodeBadge(run)}<h3>${hostname}</h3></summary><div class="inside">
${steps.length === 0 ? '' : stepTable(hostname, steps, usual?.get(hostname) ?? {})}
${rows.length === 0 ? '' : html`<h4>Seen by the router, since it was armed</h4>${list(rows.map(seenItem))}`}
${said.length === 0 ? '' : html`<h4>Told while it ran</h4>${list(said.map(toldItem))}`}</div></details>
`;
}

function stepTable(
  hostname: string,
  steps: readonly ReimageStep[],
  usual: Readonly<Partial<Record<Step, number>>>,
): Markup {
  const knowsUsual = Object.keys(usual).length > 0;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Steps of ${hostname}"><table><thead><tr><th scope="col" class="num">Began</th><th scope="col">Step</th><th scope="col" class="num">Took</th>${knowsUsual ? html`<th scope="col" class="num">Usually</th>` : ''}<th scope="col">What came of it</th></tr></thead><tbody>
${each(
  steps,
  ({
    step,
    startedSeconds,
    seconds,
    problem,
  }) => html`<tr><td class="num">${clockTime(startedSeconds)}</td><td class="step">${stepWords[step]}</td><td class="num">${tookTime(seconds)}</td>${knowsUsual ? html`<td class="num">${usualText(seconds, usual[step])}</td>` : ''}<td class="outcome">${problem === undefined ? doneWords[step] : html`<b>failed:</b> ${problem.split('\n')[0]}`}</td></tr>
`,
)}</tbody></table></div>`;
}

/** What a step usually takes, and how this time compares, where that is worth a word. */
function usualText(seconds: number, usual: number | undefined): string {
  if (usual === undefined) return 'not known';
  const more = seconds - usual;
  if (Math.abs(more) < 10 || Math.abs(more) < usual * 0.25) return tookTime(usual);
  return `${tookTime(usual)} (${more > 0 ? '+' : '−'}${tookTime(Math.abs(more))})`;
}

interface Item {
  readonly seconds: number;
  readonly tone: 'good' | 'bad' | 'info' | '';
  readonly words: string;
}

function list(items: readonly Item[]): Markup {
  const shown = items.slice(-limits.toldRows);
  return html`${leftOut(items.length - shown.length, 'earlier row', 'these are the last ones')}<ol class="story">${each(shown, ({ seconds, tone, words }) => html`<li class="${tone}"><span class="when">${clockTime(seconds)}</span><span class="dot"></span><span>${words}</span></li>`)}</ol>`;
}

function seenItem({ kind, words, seconds, lastSeconds, times }: TimeLineRow): Item {
  const again = times > 1 ? ` (${times} times, until ${clockTime(lastSeconds)})` : '';
  return { seconds, tone: tones[kind] ?? '', words: `${words}${again}` };
}

const tones: Readonly<Partial<Record<TimeLineRow['kind'], Item['tone']>>> = {
  script: 'info',
  ignition: 'info',
  firstBoot: 'info',
  ready: 'good',
  noAddress: 'bad',
  fileMissing: 'bad',
  fileBroken: 'bad',
  failed: 'bad',
  early: 'bad',
  wrongGeneration: 'bad',
  refused: 'bad',
  expired: 'bad',
  routerRestarted: 'bad',
};

function toldItem({ seconds, step, message }: ToldMessage): Item {
  const [first = ''] = message.split('\n');
  return { seconds, tone: '', words: step === undefined ? first : `${stepWords[step]}: ${first}` };
}
