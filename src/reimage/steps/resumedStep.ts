import type { NodeRun } from './run.ts';
import type { Step } from './step.ts';

/** What needs the node armed: a node that is not, has to be armed again first. */
const armedSteps: readonly Step[] = ['netboot', 'install'];

/**
 * Where a node goes on that was stopped, that failed, or whose runner died.
 *
 * - Its installation failed, or was stopped before it fetched its Ignition: it was disarmed then, so it is armed anew.
 * - It was stopped later: its installer goes on without anybody, so it is only waited for.
 * - Its runner died: it may still be armed and on its way. The step is said again; each step looks first at what is done already.
 */
export function resumedStep({ status, step, armed }: Pick<NodeRun, 'status' | 'step' | 'armed'>): Step {
  if (status === 'failed' && (armedSteps.includes(step) || step === 'firstBoot')) return 'arm';
  if (!armed && armedSteps.includes(step)) return 'arm';
  return step;
}

/** The node as it waits to go on. One whose runner died may have been disarmed since: by that run's end, by time, by the router's restart. */
export function resumedNode(node: NodeRun): NodeRun {
  const { problem: _problem, resumed: _resumed, ...rest } = node;
  const step = resumedStep(node);
  return { ...rest, status: 'waiting', step, ...(armedSteps.includes(step) ? { resumed: true } : {}) };
}
