import { Failure } from '../../../shared/failure.ts';
import { readNode } from '../api/readNodes.ts';
import type { ClusterTools } from '../tools.ts';
import { blockedBy, isLonghorn, readBudgets } from './budgets.ts';
import { type Pod, podName } from './pod.ts';

/** What is left of a drain when its time is up. */
export interface Leftover {
  readonly node: string;
  readonly seconds: number;
  /** Those that a PodDisruptionBudget keeps. */
  readonly blocked: readonly Pod[];
  /** Those that were told to end, and have not. */
  readonly ending: readonly Pod[];
  /** Those that could not be asked to, and what the API server said instead. */
  readonly unasked: readonly { readonly pod: Pod; readonly message: string }[];
}

/** Why a drain did not come to its end, pod by pod. */
export async function drainLate(tools: ClusterTools, leftover: Leftover): Promise<Failure> {
  const { node, seconds, blocked, ending, unasked } = leftover;
  const budgets = blocked.length === 0 ? [] : await readBudgets(tools).catch(() => []);
  const kubelet = ending.length === 0 ? undefined : await silentKubelet(tools, node);
  const said = [
    ...blocked.map((pod) => blockedBy(pod, budgets)),
    ...ending.map(endingText),
    ...unasked.map(({ pod, message }) => `${podName(pod)} (${message})`),
    ...(kubelet === undefined ? [] : [kubelet]),
  ];
  const state = 'The node stays cordoned; pods that left it stay where they are.';
  return new Failure('world', `${node} is not drained after ${seconds} s: ${said.join(', ')}`, {
    next: `${nextOf(leftover, kubelet !== undefined)} ${state}`,
  });
}

/** A kubelet that has ended all of a pod sets its time to nothing. */
function endingText(pod: Pod): string {
  const { graceSeconds, finalizers } = pod;
  const time = graceSeconds === 0 ? 'it has ended' : `it is ending, with ${graceSeconds} s to do so`;
  const held =
    finalizers.length === 0
      ? ''
      : `, and ${finalizers.join(' and ')} ${finalizers.length === 1 ? 'holds' : 'hold'} it`;
  return `${podName(pod)} (${time}${held})`;
}

/** What the cluster says of a node that does not end its pods because it does not answer. */
async function silentKubelet(tools: ClusterTools, node: string): Promise<string | undefined> {
  const ready = (await readNode(tools, node).catch(() => undefined))?.conditions.get('Ready');
  return ready?.status === 'Unknown' ? `its kubelet does not answer (${ready.message})` : undefined;
}

function nextOf({ blocked, ending }: Leftover, silent: boolean): string {
  if (blocked.some(isLonghorn))
    return "Longhorn keeps its instance manager while the node has a volume attached, or the last healthy replica of one: let it rebuild replicas elsewhere, or choose another node-drain-policy in Longhorn's settings.";
  if (blocked.length > 0)
    return 'Give what the budget guards another replica elsewhere, or loosen the budget, and resume.';
  if (silent) return 'Where the machine is lost, say --replace-dead: pods are then not waited for.';
  if (ending.length > 0 && ending.every(({ finalizers }) => finalizers.length > 0))
    return 'Who set these finalizers has to let go of the pods: see whether that still runs, and resume.';
  if (ending.length > 0) return 'Give the drain more time, or see why these pods do not end, and resume.';
  return 'Resume when the API server answers again.';
}
