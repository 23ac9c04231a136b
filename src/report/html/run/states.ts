import type { PlannedNode } from '../../../reimage/plan/plan.ts';
import type { NodeRun, ReimageRun } from '../../../reimage/steps/run.ts';
import type { ReimageOutcome } from '../../reimageReport.ts';
import { endWords, stepWords } from '../../reimageWords.ts';
import { badge, type Tone } from '../icons.ts';
import type { Markup } from '../markup.ts';
import type { Station } from '../pictures/bootLine.ts';
import { tookTime } from './clockTime.ts';
import { phasesOf } from './phases.ts';

/** How a run ended, or how it is. */
export function phaseBadge(phase: ReimageRun['phase']): Markup {
  const [tone, word] = phaseWords[phase];
  return badge(tone, word);
}

const phaseWords: Readonly<Record<ReimageRun['phase'], readonly [Tone, string]>> = {
  running: ['info', 'under way when it was last written down'],
  finishing: ['bad', 'a node failed; others come to their end'],
  stopping: ['warn', 'stopping'],
  stopped: ['bad', 'stopped'],
  aborting: ['warn', 'being taken back'],
  aborted: ['warn', 'aborted'],
  done: ['good', 'done'],
};

/** How a node is. */
export function nodeBadge(run: NodeRun): Markup {
  switch (run.status) {
    case 'done':
      return badge('good', endWords(run).replace(/^is /, ''));
    case 'failed':
      return badge('bad', `failed while ${stepWords[run.step]}`);
    case 'running':
      return badge('info', stepWords[run.step]);
    case 'out':
      return badge('quiet', 'given up');
    case 'waiting':
      return badge('quiet', `waits at: ${stepWords[run.step]}`);
  }
}

/** The way of a node through its phases, and how long each took. */
export function stationsOf(planned: PlannedNode, run: NodeRun, outcome: ReimageOutcome): Station[] {
  const own = phasesOf(planned);
  const at = run.status === 'done' ? own.length : own.findIndex(({ steps }) => steps.includes(run.step));
  return own.map(({ name, steps }, index) => {
    const state = index < at ? 'done' : index > at ? 'ahead' : run.status === 'failed' ? 'failed' : 'here';
    const took = outcome.timeLine
      .filter(({ hostname, step }) => hostname === run.hostname && steps.includes(step))
      .reduce((sum, { seconds }) => sum + seconds, 0);
    return { name, lines: took > 0 ? [tookTime(took)] : [], state };
  });
}
