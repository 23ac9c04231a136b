import { compareText } from '../../shared/finding.ts';
import { readSecret } from '../../shared/secret.ts';
import type { Document } from '../model/document.ts';
import type { K3sAssets } from '../model/images.ts';
import type { Node } from '../model/node.ts';
import type { Cluster } from '../model/site.ts';
import type { LockedK3s } from './imageLock.ts';
import { builtIn, derived, fromFile, type Note } from './note.ts';
import { at, isMap, root, text, texts, type Written } from './written.ts';

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
    ...resolveCni(k3s, note),
    disable: given(k3s, 'disable', list, [], note),
    writeKubeconfigMode: given(k3s, 'writeKubeconfigMode', text, '0600', note),
    kubeletArguments: given(k3s, 'kubeletArguments', list, [], note),
    tlsSans: given(k3s, 'tlsSans', list, [], note),
    serverConfig: given(k3s, 'server', map, {}, note, 'serverConfig'),
    agentConfig: given(k3s, 'agent', map, {}, note, 'agentConfig'),
    source,
    assets: source === 'router' ? assetsOf(version, nodes, lock) : [],
  };
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

function given<T>(
  k3s: Written,
  key: string,
  read: (written: Written) => T | undefined,
  fallback: T,
  note: Note,
  name = key,
): T {
  const written = at(k3s, key);
  const value = read(written);
  note([name], value === undefined ? builtIn : fromFile(written));
  return value ?? fallback;
}

function list(written: Written): readonly string[] | undefined {
  return Array.isArray(written.value) ? texts(written) : undefined;
}

function map({ value }: Written): Readonly<Record<string, unknown>> | undefined {
  return isMap(value) ? value : undefined;
}

function word<const T extends string>(words: readonly T[]): (written: Written) => T | undefined {
  return ({ value }) => words.find((each) => each === value);
}
