import type { NodeRun } from '../reimage/steps/run.ts';
import type { Step } from '../reimage/steps/step.ts';

/** What a node is at, in words: `waits for its Ignition`. */
export const stepWords: Readonly<Record<Step, string>> = {
  prove: 'looking whether it may be taken out',
  cordon: 'cordoning',
  drain: 'draining',
  removeMember: 'leaving etcd',
  deleteNode: 'leaving the cluster',
  arm: 'arming',
  netboot: 'restarting',
  install: 'waiting for the network boot',
  firstBoot: 'installing',
  ready: 'first boot',
  verify: 'verifying',
  uncordon: 'uncordoning',
};

/** What is true of a node once a step is done. */
export const doneWords: Readonly<Record<Step, string>> = {
  prove: 'may be taken out',
  cordon: 'cordoned',
  drain: 'drained',
  removeMember: 'left etcd',
  deleteNode: 'left the cluster',
  arm: 'armed',
  netboot: 'restarted',
  install: 'fetched its Ignition',
  firstBoot: 'boots what was installed',
  ready: 'reported that it is ready',
  verify: 'is what the plan says',
  uncordon: 'uncordoned',
};

/** What a node that is done came to: one whose last step was to leave the cluster was removed. */
export function endWords({ step }: Pick<NodeRun, 'step'>): string {
  return step === 'deleteNode' ? 'left the cluster for good' : 'is installed';
}
