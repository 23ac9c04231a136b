import { Failure } from '../../../shared/failure.ts';
import type { DrainChoices } from '../../plan/plan.ts';
import { cordon } from '../cordon.ts';
import type { ClusterTools } from '../tools.ts';
import { type Look, until } from '../until.ts';
import { type Eviction, evict } from './evict.ts';
import { drainLate } from './late.ts';
import { refuseLosses } from './objections.ts';
import { hasToLeave, type Pod, podName, readPods } from './pod.ts';

/** What is to be drained, and how. */
export interface DrainRequest {
  readonly node: string;
  readonly choices: DrainChoices;
  /** Whether the machine answers. Pods of one that does not are told to go, and not waited for beyond their grace. */
  readonly answers: boolean;
}

/** How far a drain is. */
export interface DrainProgress {
  /** Pods that had to leave when it began. */
  readonly total: number;
  /** `default/web-1`: those that are still there. */
  readonly left: readonly string[];
  /** Those of them that a PodDisruptionBudget keeps for now. */
  readonly blocked: readonly string[];
}

/** What a drain came to: `absent` when the cluster has no such Node. */
export interface DrainOutcome {
  readonly node: 'drained' | 'absent';
  /** Pods that left. */
  readonly evicted: number;
  /** Pods of a machine that does not answer which are there until its Node is deleted. */
  readonly left: readonly string[];
}

/**
 * Makes a node's pods go elsewhere: cordons it, refuses at once what would be lost without leave, evicts the pods that are on it, and waits for
 * their end, each again until the time is up. Those that come later, because they tolerate everything, are not waited for. May be said again.
 */
export async function drain(
  tools: ClusterTools,
  request: DrainRequest,
  onProgress?: (progress: DrainProgress) => void,
): Promise<DrainOutcome> {
  const { node, choices } = request;
  if ((await cordon(tools, node)) === 'absent') return { node: 'absent', evicted: 0, left: [] };
  const first = (await readPods(tools, node)).filter(hasToLeave);
  refuseLosses(node, first, choices);
  const state: State = { left: first, tries: [], asked: new Map(), start: tools.now() };
  const look = async (): Promise<Look<undefined>> => {
    await evictAndLook(tools, node, state);
    onProgress?.({
      total: first.length,
      left: state.left.map(podName),
      blocked: sorted(state).blocked.map(podName),
    });
    if (state.left.length === 0 || isGivenUp(request, state, tools.now())) return { done: undefined };
    return { missing: 'pods are left' };
  };
  const limit = { seconds: choices.timeoutSeconds, every: 5 };
  await until(tools, limit, look, () => drainLate(tools, { node, seconds: limit.seconds, ...sorted(state) }));
  const left = state.left.map(podName);
  return { node: 'drained', evicted: first.length - left.length, left };
}

/** How a drain stands. */
interface State {
  /** The pods that have to leave, and are still there. */
  left: readonly Pod[];
  /** What came of the last evictions. */
  tries: readonly Try[];
  /** When a pod was told to go, by its uid. */
  readonly asked: Map<string, number>;
  readonly start: number;
}

interface Try {
  readonly pod: Pod;
  readonly came: Eviction;
}

async function evictAndLook(tools: ClusterTools, node: string, state: State): Promise<void> {
  const uids = new Set(state.left.map(({ uid }) => uid));
  state.tries = await evictAll(tools, node, state);
  state.left = (await readPods(tools, node)).filter(({ uid }) => uids.has(uid));
}

/** Evicts those that do not end yet. Throws a Failure that names all that may never be evicted. */
async function evictAll(tools: ClusterTools, node: string, { left, asked }: State): Promise<Try[]> {
  const tries: Try[] = [];
  for (const pod of left.filter(({ deleting }) => !deleting)) {
    const came = await evict(tools, pod);
    if (came.kind === 'evicted') asked.set(pod.uid, tools.now());
    tries.push({ pod, came });
    // It would not answer for the next one either.
    if (came.kind === 'unavailable') break;
  }
  const refused = tries.flatMap(({ pod, came }) =>
    came.kind === 'refused' ? [`${podName(pod)} (${came.message})`] : [],
  );
  if (refused.length === 0) return tries;
  throw new Failure('world', `${node} cannot be drained: ${refused.join(', ')}`, {
    next: 'A pod that has several PodDisruptionBudgets, or that nobody may evict, has to be moved by hand. The node stays cordoned.',
  });
}

/** Whether a machine that does not answer had its time to end its pods. */
function isGivenUp({ answers, choices }: DrainRequest, { left, asked, start }: State, now: number): boolean {
  if (answers) return false;
  if (now - start >= choices.timeoutSeconds * 1000) return true;
  return left.every(({ uid, graceSeconds }) => now - (asked.get(uid) ?? start) >= graceSeconds * 1000);
}

/** What is left, by why it is. */
function sorted({ left, tries }: State) {
  const cameOf = new Map(tries.map(({ pod, came }) => [pod.uid, came]));
  const blocked = left.filter(({ uid }) => cameOf.get(uid)?.kind === 'blocked');
  const unasked = left.flatMap((pod) => {
    const came = cameOf.get(pod.uid) ?? (pod.deleting ? undefined : notYet);
    return came?.kind === 'unavailable' || came?.kind === 'changed' ? [{ pod, message: came.message }] : [];
  });
  const others = new Set([...blocked, ...unasked.map(({ pod }) => pod)]);
  return { blocked, unasked, ending: left.filter((pod) => !others.has(pod)) };
}

const notYet = { kind: 'unavailable', message: 'it could not be asked to end' } as const;
