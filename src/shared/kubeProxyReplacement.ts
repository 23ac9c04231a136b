/**
 * Whether a value of Cilium's setting `kubeProxyReplacement` says that Cilium does what kube-proxy does. `strict` is what it was called
 * before Cilium 1.14; the values in between (`partial`, `probe`) left kube-proxy in place.
 */
export function isKubeProxyReplacement(value: unknown): boolean {
  return value === true || value === 'true' || value === 'strict';
}
