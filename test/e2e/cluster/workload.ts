import type { Api } from './lab/api.ts';
import { until } from './lab/until.ts';

const labels = { app: 'web' };
const budgets = '/apis/policy/v1/namespaces/default/poddisruptionbudgets';
const pods = '/api/v1/namespaces/default/pods';

interface Pod {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly nodeName?: string };
}

/** Runs a pod on each of three servers, and waits until a budget counts them all. It wants all three. */
export async function startWorkload(api: Api): Promise<void> {
  const apart = { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' };
  const spec = {
    terminationGracePeriodSeconds: 1,
    containers: [{ name: 'web', image: 'web' }],
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [apart] } },
  };
  const selector = { matchLabels: labels };
  const metadata = { name: 'web' };
  // No pod is let in before Kubernetes has made the account that it runs as.
  await until(() => api.json('/api/v1/namespaces/default/serviceaccounts/default'));
  await api.json('/apis/apps/v1/namespaces/default/deployments', {
    method: 'POST',
    body: { metadata, spec: { replicas: 3, selector, template: { metadata: { labels }, spec } } },
  });
  await api.json(budgets, { method: 'POST', body: { metadata, spec: { minAvailable: 3, selector } } });
  await until(async () => {
    const { status } = await api.json<{ status: { currentHealthy: number } }>(`${budgets}/web`);
    if (status.currentHealthy !== 3) throw new Error(JSON.stringify(status));
  });
}

/** How many of the three pods the budget wants. */
export function want(api: Api, minAvailable: number): Promise<void> {
  return api.merge(`${budgets}/web`, { spec: { minAvailable } });
}

/** The name of the pod on a server. */
export async function podOn(api: Api, hostname: string): Promise<string> {
  const { items } = await api.json<{ items: readonly Pod[] }>(pods);
  const found = items.find(({ spec }) => spec.nodeName === hostname);
  if (found === undefined) throw new Error(`no pod is on ${hostname}`);
  return found.metadata.name;
}

/** Somebody holds a pod from then on, or lets it go: its containers end, and it stays. */
export function hold(api: Api, pod: string, finalizer: string | undefined): Promise<void> {
  return api.merge(`${pods}/${pod}`, {
    metadata: { finalizers: finalizer === undefined ? null : [finalizer] },
  });
}
