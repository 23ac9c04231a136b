import type { Finding } from '../../shared/finding.ts';
import { at, entriesOf, items, text } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report, reportKey } from './report.ts';

/** Keys of K3s's configuration that Pilotlight writes itself, and what to set in their place. */
const owned: Readonly<Record<string, string>> = {
  token: 'set k3s.token to a reference to a secret',
  'token-file': 'set k3s.token to a reference to a secret',
  'agent-token': 'set k3s.token to a reference to a secret',
  server: 'leave it out: a joining node takes a server that answers',
  'cluster-init': 'set firstServer: true on one server',
  'cluster-reset': 'leave it out: it would reset the cluster at every start',
  'node-name': "set the node's hostname",
  'node-ip': "set the node's address",
  'node-label': "set the node's labels",
  'node-taint': "set the node's taints",
  'cluster-cidr': 'set k3s.clusterCidr',
  'service-cidr': 'set k3s.serviceCidr',
  'flannel-backend': 'set k3s.flannelBackend',
  disable: 'set k3s.disable',
  'disable-network-policy': 'set k3s.disableNetworkPolicy',
  'write-kubeconfig-mode': 'set k3s.writeKubeconfigMode',
  'kubelet-arg': 'set k3s.kubeletArguments',
  'tls-san': 'set k3s.tlsSans',
};

/** The socket of the containerd that K3s brings (K3s documents, `--container-runtime-endpoint`). */
const ownSocket = 'unix:///run/k3s/containerd/containerd.sock';

/** K3s settings that would break it, or that fight with what Pilotlight writes. */
export function* k3sSettings({ site }: RuleContext): Generator<Finding> {
  for (const role of ['server', 'agent'])
    for (const [key, written] of entriesOf(at(site, 'k3s', role))) {
      // K3s appends to a list whose key ends with a plus sign.
      const name = key.replace(/\+$/, '');
      if (Object.hasOwn(owned, name))
        yield reportKey('PL1276', written, `Pilotlight writes ${name} itself`, { hint: owned[name] });
      if (name === 'selinux' && written.value === true)
        yield reportKey(
          'PL1291',
          written,
          'selinux: true needs the policy k3s-selinux, which nothing installs',
          {
            hint: 'remove it, or layer k3s-selinux by an overlay',
          },
        );
    }
  for (const written of items(at(site, 'k3s', 'kubeletArguments'))) {
    const argument = text(written) ?? '';
    const [name = '', ...value] = argument.split('=');
    if (name === 'container-runtime-endpoint' && value.join('=') !== ownSocket)
      yield report('PL1274', written, `${argument} points the kubelet away from K3s's own containerd`, {
        hint: 'remove it: K3s starts its containerd itself and tells the kubelet where it is',
      });
  }
}
