import type { Endpoint } from '../../inventory/model/site.ts';
import { type KubernetesObject, objectsManifest } from './objects.ts';
import type { ManifestRenderer } from './renderer.ts';

type KubeVip = Extract<Endpoint, { provider: 'kubeVip' }>;

const name = 'kube-vip';
const namespace = 'kube-system';
const labels = { 'app.kubernetes.io/name': name };

/** Port of the API servers, which the address leads to. */
const apiPort = 6443;

/**
 * kube-vip on every server, with `endpoint.provider: kubeVip`: the servers agree by a lease on the one that has the address and
 * announces it by ARP. Only the API: services of type LoadBalancer stay with whoever has them. Source of its variables: kube-vip's
 * pkg/kubevip/config_envvar.go; of the times: what its own manifests have.
 */
export const kubeVip: ManifestRenderer = (site, { endpoint }) => {
  if (endpoint?.provider !== 'kubeVip') return undefined;
  return objectsManifest(site, name, 'k3s.endpoint', [serviceAccount, ...permissions, daemonSet(endpoint)]);
};

const serviceAccount: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace },
};

/** It holds a lease in its own namespace, and looks at nodes; more it needs for services only. */
const permissions: readonly KubernetesObject[] = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name, namespace },
    rules: [
      {
        apiGroups: ['coordination.k8s.io'],
        resources: ['leases'],
        verbs: ['get', 'list', 'watch', 'create', 'update', 'patch'],
      },
    ],
  },
  binding('RoleBinding', 'Role', { name, namespace }),
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] }],
  },
  binding('ClusterRoleBinding', 'ClusterRole', { name }),
];

function binding(kind: string, role: string, metadata: KubernetesObject['metadata']): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: role, name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  };
}

/** It runs on every server whatever taints that has, in the network of the node, whose address it changes. */
function daemonSet(endpoint: KubeVip): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          hostNetwork: true,
          priorityClassName: 'system-node-critical',
          nodeSelector: { 'node-role.kubernetes.io/control-plane': 'true' },
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              name,
              image: `ghcr.io/kube-vip/kube-vip:${endpoint.version}`,
              imagePullPolicy: 'IfNotPresent',
              args: ['manager'],
              env: environment(endpoint),
              securityContext: { capabilities: { add: ['NET_ADMIN', 'NET_RAW'], drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  };
}

/** The length of the prefix was called `vip_cidr` before kube-vip 0.9. Without an interface, the one with the default route is taken. */
function environment({ address, interface: device }: KubeVip): readonly unknown[] {
  const texts: Readonly<Record<string, string>> = {
    cp_enable: 'true',
    cp_namespace: namespace,
    svc_enable: 'false',
    address,
    port: `${apiPort}`,
    vip_subnet: '32',
    vip_cidr: '32',
    vip_arp: 'true',
    ...(device === undefined ? {} : { vip_interface: device }),
    vip_leaderelection: 'true',
    vip_leaseduration: '5',
    vip_renewdeadline: '3',
    vip_retryperiod: '1',
  };
  return [
    ...Object.entries(texts).map(([variable, value]) => ({ name: variable, value })),
    { name: 'vip_nodename', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
  ];
}
