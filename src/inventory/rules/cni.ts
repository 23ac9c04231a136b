import type { Finding } from '../../shared/finding.ts';
import { isKubeProxyReplacement } from '../../shared/kubeProxyReplacement.ts';
import { at, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** The settings of the cluster's network fit together. Source: the K3s documents, "Basic network options", custom CNI. */
export function* cni({ site, manifests }: RuleContext): Generator<Finding> {
  const k3s = at(site, 'k3s');
  const chosen = at(k3s, 'cni');
  const name = text(chosen) ?? 'flannel';
  const backend = at(k3s, 'flannelBackend');
  const policy = at(k3s, 'disableNetworkPolicy');
  const related = chosen.value === undefined ? [] : also(chosen, 'the CNI');
  if (name === 'flannel') {
    if (backend.value === 'none')
      yield report('PL1271', backend, 'cni is flannel, but flannelBackend: none turns Flannel off', {
        hint: 'choose a backend such as vxlan, or cni: none and a manifest that brings a network',
        related,
      });
    return;
  }
  if (name !== 'cilium' && name !== 'none') return;
  if (backend.value !== undefined && backend.value !== 'none')
    yield report(
      'PL1271',
      backend,
      `with cni: ${name} there is no Flannel, but flannelBackend is ${String(backend.value)}`,
      {
        hint: 'remove flannelBackend',
        related,
      },
    );
  if (name === 'cilium' && policy.value === false)
    yield report('PL1271', policy, "Cilium brings its own network policy, but K3s's is on", {
      hint: 'remove disableNetworkPolicy: with cni: cilium it is true',
      related,
    });
  if (name === 'cilium') yield* kubeProxy(k3s);
  if (name === 'none' && manifests.length === 0)
    yield report(
      'PL1272',
      chosen,
      'with cni: none nothing brings the network of the pods: there are no manifests',
      {
        hint: 'put a manifest in manifests/, such as a HelmChart of your CNI',
      },
    );
}

/** Either K3s's kube-proxy or Cilium makes services reachable, and not both. Source: the Cilium documents, "Kubernetes Without kube-proxy". */
function* kubeProxy(k3s: Written): Generator<Finding> {
  const off = at(k3s, 'server', 'disable-kube-proxy');
  const replacement = at(k3s, 'charts', 'cilium', 'values', 'kubeProxyReplacement');
  const replaced = isKubeProxyReplacement(replacement.value);
  if (typeof off.value !== 'boolean' || off.value === replaced) return;
  if (at(k3s, 'charts', 'cilium').value === undefined) return;
  const message = replaced
    ? "Cilium does what kube-proxy does, but K3s's kube-proxy is on"
    : "K3s's kube-proxy is off, and Cilium does not do what it did: no service can be reached";
  yield report('PL1271', off, message, {
    hint: replaced
      ? 'remove disable-kube-proxy: with kubeProxyReplacement it is true'
      : 'add kubeProxyReplacement: true to charts.cilium.values, and remove disable-kube-proxy',
    related: replacement.value === undefined ? [] : also(replacement),
  });
}
