import { describe, expect, test } from 'vitest';
import { kubeVip } from '../../../src/render/manifests/kubeVip.ts';
import { clusterOf, documentsOf, type KubernetesDocument } from './rendered.ts';

const endpoint = 'endpoint: { provider: kubeVip, address: 192.168.26.10, version: v1.0.1';

function rendered(settings: string): readonly KubernetesDocument[] {
  const { site, cluster } = clusterOf(settings);
  return documentsOf(kubeVip(site, cluster));
}

interface DaemonSetSpec {
  readonly template: {
    readonly spec: { readonly containers: readonly { image: string; env: { name: string }[] }[] };
  };
}

/** The container of the DaemonSet, and its variables. */
function container(documents: readonly KubernetesDocument[]) {
  const daemonSet = documents.find(({ kind }) => kind === 'DaemonSet');
  const { template } = (daemonSet?.spec ?? {}) as DaemonSetSpec;
  const [only] = template.spec.containers;
  if (only === undefined) throw new Error('no container');
  const variables = Object.fromEntries(only.env.map(({ name, ...rest }) => [name, rest]));
  return { pod: template.spec, image: only.image, variables };
}

describe('kube-vip', () => {
  test('has the address of the endpoint, on servers, whatever taints those have', () => {
    const { pod, image, variables } = container(rendered(`${endpoint} }`));
    expect(image).toBe('ghcr.io/kube-vip/kube-vip:v1.0.1');
    expect(variables).toMatchObject({
      address: { value: '192.168.26.10' },
      port: { value: '6443' },
      cp_enable: { value: 'true' },
      svc_enable: { value: 'false' },
      vip_arp: { value: 'true' },
      vip_leaderelection: { value: 'true' },
      vip_nodename: { valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    });
    expect(variables).not.toHaveProperty('vip_interface');
    expect(pod).toMatchObject({
      hostNetwork: true,
      nodeSelector: { 'node-role.kubernetes.io/control-plane': 'true' },
      tolerations: [{ operator: 'Exists' }],
    });
  });

  test('answers on the interface that is named', () => {
    const { variables } = container(rendered(`${endpoint}, interface: eno1 }`));
    expect(variables.vip_interface).toEqual({ value: 'eno1' });
  });

  test('may do what it needs and no more, each binding to a role that is there', () => {
    const documents = rendered(`${endpoint} }`);
    const account = documents.find(({ kind }) => kind === 'ServiceAccount')?.metadata;
    for (const { kind, roleRef, subjects } of documents.filter(({ kind }) => kind.endsWith('Binding'))) {
      const { kind: role, name } = roleRef as { kind: string; name: string };
      expect(kind).toBe(`${role}Binding`);
      expect(documents.filter((each) => each.kind === role && each.metadata.name === name)).toHaveLength(1);
      expect(subjects).toEqual([{ kind: 'ServiceAccount', ...account }]);
    }
    const rules = documents.flatMap(({ kind, rules = [] }) => rules.map((rule) => ({ kind, ...rule })));
    expect(rules).toMatchObject([
      { kind: 'Role', resources: ['leases'] },
      { kind: 'ClusterRole', resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
    ]);
  });

  test.each(['disable: []', 'endpoint: { provider: dns, name: k3s }'])('is not there with %s', (settings) => {
    const { site, cluster } = clusterOf(settings);
    expect(kubeVip(site, cluster)).toBeUndefined();
  });
});
