import type { DoctorReport, DoctorStep } from './doctorReport.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { problemLines } from './routerProblems.ts';
import { visible } from './visible.ts';

const titles = {
  inventory: 'inventory',
  disks: 'disks',
  imageLock: 'image lock',
  imageFiles: 'image files',
  login: 'login',
  hostKey: 'host key',
  router: 'router',
  nodes: 'nodes',
  secrets: 'secrets',
  workflows: 'workflows',
  runner: 'runner',
} as const;

const titleWidth = 22;

/** Each step on a line; below it what is missing, and what mends it. The end names what to do first. */
export function doctorText({ site, steps }: DoctorReport, colour: boolean): string {
  const colours = palette(colour);
  const signs = {
    ok: colours.good('✓'),
    warning: colours.warning('!'),
    failed: colours.error('✗'),
    skipped: colours.faint('-'),
  };
  const lines = steps.map((step) => {
    const title = `${signs[step.state]} ${titleOf(step).padEnd(titleWidth)}`;
    if (step.problems.length === 0) return `${title}${visible(step.message)}\n`;
    return `${title.trimEnd()}\n${problemLines(step.problems, colours).replace(/^(?=.)/gm, '    ')}`;
  });
  return `${colours.strong(visible(site))}\n\n${lines.join('')}\n${conclusion(steps)}\n`;
}

/** The same as data. */
export function doctorJson(report: DoctorReport): string {
  return jsonText({ version: 1, ...report });
}

function titleOf({ name, detail }: DoctorStep): string {
  return detail === undefined ? titles[name] : `${titles[name]}: ${detail}`;
}

function conclusion(steps: readonly DoctorStep[]): string {
  const failed = steps.filter(({ state }) => state === 'failed');
  const [first] = failed.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
  if (first !== undefined) {
    const count = failed.length === 1 ? 'one thing is missing' : `${failed.length} things are missing`;
    return `${count}; first: ${visible(first.next)}`;
  }
  const skipped = steps.some(({ state }) => state === 'skipped');
  return skipped ? 'nothing is missing, as far as was looked' : 'nothing is missing';
}
