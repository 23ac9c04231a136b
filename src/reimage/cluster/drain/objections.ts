import { Failure } from '../../../shared/failure.ts';
import type { DrainChoices } from '../../plan/plan.ts';
import { type Pod, podName } from './pod.ts';

/** Refuses a drain that would lose what nobody allowed to lose: all of it at once. Pods that ran to their end lose nothing. */
export function refuseLosses(node: string, pods: readonly Pod[], choices: DrainChoices): void {
  const alive = pods.filter(({ finished, deleting }) => !finished && !deleting);
  const bare = choices.force ? [] : alive.filter(({ controller }) => controller === undefined);
  const emptied = choices.deleteEmptyDirData ? [] : alive.filter(({ emptyDirs }) => emptyDirs.length > 0);
  if (bare.length === 0 && emptied.length === 0) return;
  const said = [
    ...(bare.length === 0 ? [] : [`nothing brings these pods back: ${bare.map(podName).join(', ')}`]),
    ...(emptied.length === 0
      ? []
      : [`what is in emptyDir volumes of these pods would be lost: ${emptied.map(withVolumes).join(', ')}`]),
  ];
  const words = [
    ...(bare.length === 0 ? [] : ['--force lets the former go']),
    ...(emptied.length === 0
      ? []
      : [`--delete-emptydir-data lets ${bare.length === 0 ? 'them' : 'the latter'} go`]),
  ];
  throw new Failure('refused', `${node} was not drained: ${said.join('; ')}`, {
    next: `Move them yourself, or allow it: ${words.join(', ')}. The node is cordoned, and nothing was evicted.`,
  });
}

function withVolumes(pod: Pod): string {
  return `${podName(pod)} (${pod.emptyDirs.join(', ')})`;
}
