import type { Cluster } from '../../inventory/model/site.ts';
import { valueAt } from './overlaidValues.ts';

/**
 * Whether Cilium does what kube-proxy does: its value `kubeProxyReplacement` says so. `strict` is what it was called before Cilium
 * 1.14; the values in between (`partial`, `probe`) left kube-proxy in place.
 */
export function replacesKubeProxy({ cni, charts: { cilium } }: Pick<Cluster, 'cni' | 'charts'>): boolean {
  if (cni !== 'cilium' || cilium === undefined) return false;
  const value = valueAt(cilium.values, 'kubeProxyReplacement');
  return value === true || value === 'true' || value === 'strict';
}
