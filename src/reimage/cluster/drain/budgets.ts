import { readApi } from '../api/callApi.ts';
import type { ClusterTools } from '../tools.ts';
import { type Pod, podName } from './pod.ts';
import { type LabelSelector, selects } from './selects.ts';

/** A PodDisruptionBudget in the API's JSON, as far as it is read. */
export interface Budget {
  readonly metadata?: { readonly namespace?: string; readonly name?: string };
  readonly spec?: { readonly selector?: LabelSelector };
  readonly status?: {
    readonly disruptionsAllowed?: number;
    readonly currentHealthy?: number;
    readonly desiredHealthy?: number;
  };
}

/** All of the cluster. Throws as askApi. */
export async function readBudgets(tools: ClusterTools): Promise<readonly Budget[]> {
  const words = ['get', 'poddisruptionbudgets.policy', '--all-namespaces'];
  const list = await readApi<{ readonly items?: readonly Budget[] }>(
    tools,
    'budgets cannot be listed',
    words,
  );
  return list?.items ?? [];
}

/** Those that a pod counts for. */
function budgetsOf({ namespace, labels }: Pod, budgets: readonly Budget[]): readonly Budget[] {
  return budgets.filter(
    ({ metadata, spec }) => metadata?.namespace === namespace && selects(spec?.selector, labels),
  );
}

/** What keeps a pod from leaving: the budget by its name, and what it wants. */
export function blockedBy(pod: Pod, budgets: readonly Budget[]): string {
  const own = budgetsOf(pod, budgets);
  if (own.length === 0) return `${podName(pod)} (a PodDisruptionBudget allows no disruption)`;
  const said = own.map(({ metadata, status = {} }) => {
    const { disruptionsAllowed = 0, currentHealthy = 0, desiredHealthy = 0 } = status;
    const why =
      disruptionsAllowed > 0
        ? 'is just being counted'
        : `wants ${desiredHealthy} healthy, and ${currentHealthy} ${currentHealthy === 1 ? 'is' : 'are'}`;
    return `PodDisruptionBudget ${metadata?.name ?? '?'} ${why}`;
  });
  return `${podName(pod)} (${said.join('; ')})`;
}

/** Whether Longhorn guards the pod: it has a budget for each of its instance managers. */
export function isLonghorn({ labels }: Pod): boolean {
  return labels['longhorn.io/component'] === 'instance-manager';
}
