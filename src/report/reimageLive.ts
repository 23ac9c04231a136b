import type { NodeRun, ReimageRun } from '../reimage/steps/run.ts';
import type { Step } from '../reimage/steps/step.ts';
import { type Palette, palette } from './palette.ts';
import { cutTo } from './progressBar.ts';
import { doneWords, endWords, stepWords } from './reimageWords.ts';
import { timeSpan } from './timeSpan.ts';
import { visible } from './visible.ts';

/** What is told while a reimage runs. */
export type ReimageNews =
  | { readonly kind: 'run'; readonly run: ReimageRun }
  | { readonly kind: 'began'; readonly hostname: string; readonly step: Step }
  | {
      readonly kind: 'told';
      readonly hostname: string;
      readonly step: Step | undefined;
      readonly message: string;
    }
  | {
      readonly kind: 'ended';
      readonly hostname: string;
      readonly step: Step;
      readonly seconds: number;
      readonly problem: string | undefined;
    };

/** How a node is at the moment. */
export interface LiveNode {
  readonly run: NodeRun;
  /** Milliseconds, when its step began. */
  readonly since: number | undefined;
  /** What it said last in its step. */
  readonly message: string | undefined;
}

/** All nodes of a run, in the order of the plan. */
export type Live = readonly LiveNode[];

/** What news make of the picture. */
export function heard(live: Live, news: ReimageNews, now: number): Live {
  if (news.kind === 'run') {
    return news.run.nodes.map((run) => {
      const before = live.find((node) => node.run.hostname === run.hostname);
      return { run, since: before?.since, message: before?.message };
    });
  }
  return live.map((node) => {
    if (node.run.hostname !== news.hostname) return node;
    if (news.kind === 'began') return { ...node, since: now, message: undefined };
    if (news.kind === 'told') return { ...node, message: news.message };
    return { ...node, since: undefined };
  });
}

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Most nodes that have a line each; of more, those that wait or are done are counted. */
const mostLines = 20;

/** A line a node, never wider than the terminal: a spinner, the step, its time, and what was said last. */
export function liveLines(live: Live, now: number, width: number, colour: boolean): string[] {
  const colours = palette(colour);
  const shown =
    live.length <= mostLines
      ? live
      : live.filter(({ run }) => run.status === 'running' || run.status === 'failed');
  const names = Math.max(0, ...shown.map(({ run }) => visible(run.hostname).length));
  const lines = shown.slice(0, mostLines).map((node) => {
    const { run } = node;
    const [mark, text] = stateOf(node, now, colours);
    return `${mark} ${cutTo(`${visible(run.hostname).padEnd(names)}  ${text}`, width - 2)}`;
  });
  const hidden = live.length - lines.length;
  const done = live.filter(({ run }) => run.status === 'done').length;
  return hidden === 0 ? lines : [...lines, cutTo(`  ${done} of ${live.length} nodes done`, width)];
}

function stateOf({ run, since, message }: LiveNode, now: number, colours: Palette): [string, string] {
  const more = message === undefined ? '' : `  ${visible(message.split('\n', 1)[0] ?? '')}`;
  switch (run.status) {
    case 'running': {
      const spent = since === undefined ? '' : `  ${timeSpan((now - since) / 1000)}`;
      const turn = spinner[Math.floor(now / 100) % spinner.length] ?? '';
      return [colours.hunk(turn), `${stepWords[run.step]}${spent}${more}`];
    }
    case 'done':
      return [colours.good('✓'), endWords(run).replace(/^is /, '')];
    case 'failed':
      return [colours.error('✗'), `failed while ${stepWords[run.step]}${more}`];
    case 'out':
      return [colours.faint('–'), 'given up'];
    case 'waiting':
      return [colours.faint('·'), 'waits'];
  }
}

/** News as a line of a log; undefined for what needs none. */
export function newsLine(news: ReimageNews): string | undefined {
  if (news.kind === 'run' || news.kind === 'began') return undefined;
  const name = visible(news.hostname);
  if (news.kind === 'told') {
    const at = news.step === undefined ? '' : `${stepWords[news.step]}: `;
    return `${name}: ${at}${visible(news.message.split('\n', 1)[0] ?? '')}`;
  }
  return news.problem === undefined
    ? `${name}: ${doneWords[news.step]} (${timeSpan(news.seconds)})`
    : `${name}: failed while ${stepWords[news.step]}: ${visible(news.problem.split('\n', 1)[0] ?? '')}`;
}
