import type { Cluster } from '../../inventory/model/site.ts';
import { isKubeProxyReplacement } from '../../shared/kubeProxyReplacement.ts';
import { valueAt } from './overlaidValues.ts';

/** Whether Cilium does what kube-proxy does: its value `kubeProxyReplacement` says so. */
export function replacesKubeProxy({ cni, charts: { cilium } }: Pick<Cluster, 'cni' | 'charts'>): boolean {
  if (cni !== 'cilium' || cilium === undefined) return false;
  return isKubeProxyReplacement(valueAt(cilium.values, 'kubeProxyReplacement'));
}
