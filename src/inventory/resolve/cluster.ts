import { compareText } from '../../shared/finding.ts';
import { readSecret } from '../../shared/secret.ts';
import type { Document } from '../model/document.ts';
import type { K3sAssets } from '../model/images.ts';
import type { Node } from '../model/node.ts';
import type { Cluster } from '../model/site.ts';
import { resolveCharts } from './charts.ts';
import { resolveEndpoint } from './endpoint.ts';
import { given, list, map, word } from './given.ts';
import type { LockedK3s } from './imageLock.ts';
import { derived, type Note } from './note.ts';
import { at, isMap, root, text, type Written } from './written.ts';

/** The K3s cluster: undefined when site.yaml has no `k3s`, or no node a role in it. */
export function resolveCluster(
  site: Document,
  domain: string,
  nodes: readonly Node[],
  lock: readonly LockedK3s[],
  note: Note,
): Cluster | undefined {
  const k3s = at(root(site), 'k3s');
  const servers = nodes.filter(({ role }) => role === 'server');
  const members = nodes.some(({ role }) => role !== 'none');
  if (!isMap(k3s.value) || !members) return undefined;
  const first = servers.find(({ firstServer }) => firstServer) ?? servers[0];
  const others = servers.filter((server) => server !== first);
  const ordered = first === undefined ? [] : [first, ...others];
  const version = given(k3s, 'version', text, '', note);
  const source = given(k3s, 'source', word(['router', 'upstream']), 'router', note);
  const storage = given(k3s, 'storage', word(['localPath', 'longhorn', 'none']), 'localPath', note);
  const upgrade = given(k3s, 'upgrade', word(['reimage', 'inPlace']), 'reimage', note);
  const caSha256 = given(k3s, 'caSha256', text, undefined, note);
  const endpoint = resolveEndpoint(k3s, domain, note);
  const network = resolveCni(k3s, note);
  note(['servers'], derived('the nodes with role server, the first server first'));
  note(['firstServer'], derived('the node with firstServer'));
  note(['assets'], derived('the image lock'));
  return {
    version,
    token: given(k3s, 'token', ({ value }) => readSecret(value), { secret: 'K3S_TOKEN' }, note),
    servers: ordered.map(({ hostname }) => hostname),
    firstServer: first?.hostname ?? domain,
    clusterCidr: given(k3s, 'clusterCidr', text, '10.42.0.0/16', note),
    serviceCidr: given(k3s, 'serviceCidr', text, '10.43.0.0/16', note),
    ...network,
    disable: disabled(given(k3s, 'disable', list, [], note), storage),
    writeKubeconfigMode: given(k3s, 'writeKubeconfigMode', text, '0600', note),
    kubeletArguments: given(k3s, 'kubeletArguments', list, [], note),
    tlsSans: distinct([...given(k3s, 'tlsSans', list, [], note), ...(endpoint?.names ?? [])]),
    serverConfig: given(k3s, 'server', map, {}, note, 'serverConfig'),
    agentConfig: given(k3s, 'agent', map, {}, note, 'agentConfig'),
    source,
    assets: source === 'router' ? assetsOf(version, nodes, lock) : [],
    ...(caSha256 === undefined ? {} : { caSha256 }),
    storage,
    upgrade,
    ...(endpoint === undefined ? {} : { endpoint: endpoint.endpoint }),
    charts: resolveCharts(k3s, { cni: network.cni, storage, upgrade }, note),
  };
}

/** With another storage than K3s's own, or none, K3s's is off: two default storage classes would fight. */
function disabled(components: readonly string[], storage: Cluster['storage']): readonly string[] {
  return storage === 'localPath' ? components : distinct([...components, 'local-storage']);
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

/** What the lock has for the nodes of the cluster, once for each architecture. */
function assetsOf(version: string, nodes: readonly Node[], lock: readonly LockedK3s[]): K3sAssets[] {
  const architectures = new Set(
    nodes.flatMap(({ role, architecture }) => (role === 'none' ? [] : architecture)),
  );
  return [...architectures]
    .sort(compareText)
    .flatMap(
      (architecture) =>
        lock.find(({ assets }) => assets.version === version && assets.architecture === architecture)
          ?.assets ?? [],
    );
}

/** With another CNI than K3s's own, Flannel is off; Cilium brings its own network policy (K3s documents, "Custom CNI"). */
function resolveCni(
  k3s: Written,
  note: Note,
): Pick<Cluster, 'cni' | 'flannelBackend' | 'disableNetworkPolicy'> {
  const cni = given(k3s, 'cni', word(['flannel', 'cilium', 'none']), 'flannel', note);
  const backends = word(['vxlan', 'host-gw', 'wireguard-native', 'none']);
  const flannelBackend = given(k3s, 'flannelBackend', backends, cni === 'flannel' ? 'vxlan' : 'none', note);
  const disableNetworkPolicy = given(
    k3s,
    'disableNetworkPolicy',
    ({ value }) => (typeof value === 'boolean' ? value : undefined),
    cni === 'cilium',
    note,
  );
  return { cni, flannelBackend, disableNetworkPolicy };
}
