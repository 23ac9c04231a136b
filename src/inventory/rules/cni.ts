import type { Finding } from '../../shared/finding.ts';
import { at, text } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** The settings of the cluster's network fit together. Source: the K3s documents, "Basic network options", custom CNI. */
export function* cni({ site, files }: RuleContext): Generator<Finding> {
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
  const manifests = [...files.keys()].some((path) => /^manifests\/[^/]+\.ya?ml$/.test(path));
  if (!manifests)
    yield report(
      'PL1272',
      chosen,
      `with cni: ${name} nothing brings the network of the pods: there are no manifests`,
      {
        hint: `put a manifest in manifests/, such as a HelmChart of ${name === 'cilium' ? 'Cilium' : 'your CNI'}`,
      },
    );
}
