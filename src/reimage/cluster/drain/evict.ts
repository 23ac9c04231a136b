import { callApi } from '../api/callApi.ts';
import type { ClusterTools } from '../tools.ts';
import type { Pod } from './pod.ts';

/**
 * What an eviction came to.
 * - `evicted`: it ends by itself now
 * - `gone`: the pod was not there any more
 * - `blocked`: a PodDisruptionBudget allows none now
 * - `changed`: another pod has the name by now, or somebody changed this one: the next look tells
 * - `unavailable`: the API server had no time for it
 * - `refused`: it will never be allowed
 */
export type Eviction =
  | { readonly kind: 'evicted' | 'gone' | 'blocked' }
  | { readonly kind: 'changed' | 'unavailable' | 'refused'; readonly message: string };

/**
 * Asks for a pod to go, by the Eviction API, which respects PodDisruptionBudgets. Only the very pod: one of a StatefulSet may have come back
 * elsewhere under its name.
 */
export async function evict(tools: ClusterTools, { namespace, name, uid }: Pod): Promise<Eviction> {
  const eviction = {
    apiVersion: 'policy/v1',
    kind: 'Eviction',
    metadata: { namespace, name },
    deleteOptions: { preconditions: { uid } },
  };
  const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
  const answer = await callApi(tools, ['create', '--raw', path, '--filename=-'], JSON.stringify(eviction));
  switch (answer.kind) {
    case 'done':
      return { kind: 'evicted' };
    case 'absent':
      return { kind: 'gone' };
    case 'budget':
      return { kind: 'blocked' };
    case 'conflict':
      return { kind: 'changed', message: answer.message };
    default:
      return { kind: answer.kind, message: answer.message };
  }
}
