import { stringify } from 'yaml';
import type { Node, Taint } from '../../inventory/model/node.ts';
import type { Cluster } from '../../inventory/model/site.ts';
import { readSecret, secretMarker } from '../../shared/secret.ts';
import { replacesKubeProxy } from '../manifests/kubeProxy.ts';

/** What a node is to K3s. */
export type K3sRole = 'server' | 'agent';

/** Keys that differ from node to node: they are written apart, so that the rest is written once. */
const nodeKeys = ['node-name', 'node-label', 'node-taint'];

/**
 * YAML in double quotes throughout: K3s reads YAML 1.1, where a bare `no` or `0600` would not be a text.
 * An empty map is no line at all, so that parts can be put one after the other.
 */
function yamlText(value: Readonly<Record<string, unknown>>): string {
  if (Object.keys(value).length === 0) return '';
  return stringify(value, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}

/**
 * The part of /etc/rancher/k3s/config.yaml that all nodes of a role share. There is no `server`: a node picks one
 * that answers when it first boots (several are not supported, k3s#7325). Nor is there `cluster-init`, which is for the first
 * start of a new cluster alone (k3s-ansible#269): the first boot writes it, and takes it out again.
 */
export function sharedK3sConfig(cluster: Cluster, role: K3sRole): string {
  const values = { ...builtIn(cluster, role), ...verbatim(cluster, role) };
  return yamlText(Object.fromEntries(Object.entries(values).filter(([key]) => !nodeKeys.includes(key))));
}

/** The part of config.yaml that is the node's own. What the site gives for labels and taints of all nodes stays in force. */
export function nodeK3sConfig(cluster: Cluster, node: Node, role: K3sRole): string {
  const site = verbatim(cluster, role);
  const labels = [...texts(site['node-label']), ...labelsOf(node)];
  const taints = [...texts(site['node-taint']), ...node.taints.map(taintText)];
  return yamlText({
    'node-name': node.hostname,
    ...(labels.length === 0 ? {} : { 'node-label': labels }),
    ...(taints.length === 0 ? {} : { 'node-taint': taints }),
  });
}

function builtIn(cluster: Cluster, role: K3sRole): Record<string, unknown> {
  const token = secretMarker(cluster.token);
  const kubelet = cluster.kubeletArguments.length === 0 ? {} : { 'kubelet-arg': cluster.kubeletArguments };
  if (role === 'agent') return { token, ...kubelet };
  return {
    token,
    'write-kubeconfig-mode': cluster.writeKubeconfigMode,
    'cluster-cidr': cluster.clusterCidr,
    'service-cidr': cluster.serviceCidr,
    'flannel-backend': cluster.flannelBackend,
    ...(cluster.disableNetworkPolicy ? { 'disable-network-policy': true } : {}),
    ...(replacesKubeProxy(cluster) ? { 'disable-kube-proxy': true } : {}),
    ...(cluster.disable.length === 0 ? {} : { disable: cluster.disable }),
    ...(cluster.tlsSans.length === 0 ? {} : { 'tls-san': cluster.tlsSans }),
    ...kubelet,
  };
}

function verbatim(cluster: Cluster, role: K3sRole): Readonly<Record<string, unknown>> {
  const written = role === 'agent' ? cluster.agentConfig : cluster.serverConfig;
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, withMarkers(value)]));
}

/** What somebody wrote for K3s, with a marker in the place of each reference to a secret. */
function withMarkers(value: unknown): unknown {
  const reference = readSecret(value);
  if (reference !== undefined) return secretMarker(reference);
  if (Array.isArray(value)) return value.map(withMarkers);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withMarkers(each)]));
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined ? [] : [String(value)];
}

function labelsOf(node: Node): string[] {
  return Object.entries(node.labels).map(([key, value]) => `${key}=${value}`);
}

function taintText({ key, value, effect }: Taint): string {
  return value === undefined ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}
