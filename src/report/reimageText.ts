import type { NodeRun } from '../reimage/steps/run.ts';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import type { ReimageOutcome, ReimageReport } from './reimageReport.ts';
import { endWords, stepWords } from './reimageWords.ts';
import { timeSpan } from './timeSpan.ts';
import { visible, visibleLines } from './visible.ts';

/** What a reimage came to, node by node, and what to do next. */
export function reimageOutcomeText(outcome: ReimageOutcome, colour: boolean): string {
  const colours = palette(colour);
  const { left, warnings } = outcome;
  return [
    ...outcome.nodes.map((node) => nodeText(node, outcome, colours)),
    ...left.map(
      ({ hostname, what, why }) =>
        `${colours.error('✗')} ${visible(hostname)} is still ${what}: ${indented(why)}\n  ${what === 'armed' ? `pilotlight disarm ${visible(hostname)}; by itself it ends with its time` : `kubectl uncordon ${visible(hostname)}`}\n`,
    ),
    ...warnings.map((warning) => `${colours.warning('!')} ${visible(warning)}\n`),
    endText(outcome, colours),
  ].join('');
}

function nodeText(node: NodeRun, outcome: ReimageOutcome, colours: Palette): string {
  const { hostname, status, step, problem } = node;
  const name = visible(hostname);
  switch (status) {
    case 'done':
      return `${colours.good('✓')} ${name} ${endWords(node)}${spent(hostname, outcome)}\n`;
    case 'failed':
      return `${colours.error('✗')} ${name} failed while ${stepWords[step]}: ${indented(problem ?? '')}\n`;
    case 'out':
      return `${colours.faint('–')} ${name} was given up at: ${stepWords[step]}\n`;
    case 'waiting':
    case 'running':
      return `${colours.faint('–')} ${name} waits at: ${stepWords[step]}${problem === undefined ? '' : ` (${indented(problem)})`}\n`;
  }
}

function spent(hostname: string, { timeLine }: ReimageOutcome): string {
  const seconds = timeLine.reduce((sum, each) => (each.hostname === hostname ? sum + each.seconds : sum), 0);
  return seconds === 0 ? '' : ` (${timeSpan(seconds)})`;
}

function endText({ phase, nodes, seconds }: ReimageOutcome, colours: Palette): string {
  const done = nodes.filter(({ status }) => status === 'done').length;
  const count = `${done} of ${nodes.length} nodes done · ${timeSpan(seconds)}`;
  switch (phase) {
    case 'done':
      return `${colours.good('✓')} ${count}\n`;
    case 'aborted':
      return `${colours.warning('!')} aborted: ${count}; nodes that had left the cluster are still out of it: pilotlight reimage NODE brings them back\n`;
    default:
      return `${colours.warning('!')} stopped: ${count}\n  pilotlight reimage --resume goes on from here; --abort takes back what can be\n`;
  }
}

function indented(text: string): string {
  return visibleLines(text).replaceAll('\n', '\n  ');
}

/** The plan and what came of it as data: what `--carry-out` takes. */
export function reimageJson({ outcome, ...report }: ReimageReport): string {
  return jsonText({ version: 1, ...report, outcome: outcome ?? null });
}
