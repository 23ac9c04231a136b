import type { PlannedNode } from '../../../reimage/plan/plan.ts';
import type { Step } from '../../../reimage/steps/step.ts';
import { stepsOf } from '../../../reimage/steps/stepsOf.ts';

/** Steps that somebody who looks on takes for one thing. */
export interface Phase {
  /** In letters: it is the name of a colour. */
  readonly id: 'leave' | 'arm' | 'boot' | 'install' | 'first' | 'verify';
  readonly name: string;
  readonly steps: readonly Step[];
}

/** In the order in which they come. */
export const phases: readonly Phase[] = [
  {
    id: 'leave',
    name: 'Leaves the cluster',
    steps: ['prove', 'cordon', 'drain', 'removeMember', 'deleteNode'],
  },
  { id: 'arm', name: 'Armed', steps: ['arm'] },
  { id: 'boot', name: 'Network boot', steps: ['netboot', 'install'] },
  { id: 'install', name: 'Installs', steps: ['firstBoot'] },
  { id: 'first', name: 'First boot', steps: ['ready'] },
  { id: 'verify', name: 'Verified', steps: ['verify', 'uncordon'] },
];

/** The phase that a step belongs to. */
export function phaseOf(step: Step): Phase | undefined {
  return phases.find(({ steps }) => steps.includes(step));
}

/** The phases that a node goes through. */
export function phasesOf(planned: PlannedNode): readonly Phase[] {
  const own = new Set(stepsOf(planned));
  return phases.filter(({ steps }) => steps.some((step) => own.has(step)));
}
