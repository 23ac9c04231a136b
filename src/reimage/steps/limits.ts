import type { DrainChoices } from '../plan/plan.ts';
import type { Step } from './step.ts';

/** Seconds that each step may take. */
export type StepLimits = Readonly<Record<Step, number>>;

/** The usual limits: servers may take ten minutes from power to network boot, and a slow disk as many for an image. */
export function stepLimits(
  { timeoutSeconds }: Pick<DrainChoices, 'timeoutSeconds'>,
  changes: Partial<StepLimits> = {},
): StepLimits {
  return {
    prove: 120,
    cordon: 120,
    // kubectl's own limit comes first, and knows which pod it waits for.
    drain: timeoutSeconds + 60,
    removeMember: 300,
    deleteNode: 300,
    arm: 300,
    netboot: 900,
    install: 1200,
    firstBoot: 1800,
    ready: 1800,
    verify: 900,
    uncordon: 120,
    ...changes,
  };
}

/** What did not come true, as it is said when a step's time is up: `its pods did not leave within 5 min`. */
export const lateWords: Readonly<Record<Step, string>> = {
  prove: 'it could not be made sure that it may be taken out',
  cordon: 'it could not be cordoned',
  drain: 'its pods did not leave',
  removeMember: 'etcd did not let it go',
  deleteNode: 'the cluster did not forget it',
  arm: 'it could not be armed',
  netboot: 'it could not be restarted to boot from the network',
  install: 'it did not fetch its Ignition',
  firstBoot: 'it did not boot what was installed',
  ready: 'it did not report that it is ready',
  verify: 'it is not what the plan says',
  uncordon: 'it could not be uncordoned',
};
