import type { Node, Taint } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';

/** What `node.…` offers to templates: plain data, named as in a node file. What a node does not have is missing. */
export interface NodeView {
  /** Name of the node file. */
  readonly name: string;
  /** FQDN. */
  readonly hostname: string;
  /** First label of the host name. */
  readonly shortName: string;
  readonly macs: readonly string[];
  /** An IPv4 address, or `dhcp`. */
  readonly address: string;
  /** Bits of the network, where the address is static. */
  readonly prefixLength?: number;
  readonly gateway: string;
  readonly dns: readonly string[];
  readonly ntp: readonly string[];
  readonly vlan?: number;
  readonly mtu?: number;
  readonly bond?: { readonly mode: string; readonly macs: readonly string[]; readonly options: object };
  readonly role: string;
  readonly firstServer: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly groups: readonly string[];
  readonly architecture: string;
  readonly installDisk: { readonly device: string };
  readonly extraDisks: readonly object[];
  readonly kernelArguments: readonly string[];
  readonly stream: string;
  readonly timezone?: string;
}

/** What `site.…` offers to templates: plain data, named as in site.yaml. */
export interface SiteView {
  readonly name: string;
  readonly domain: string;
  readonly network: object;
  readonly router: { readonly address: string; readonly url: string; readonly storage: string };
  /** Missing where no node runs K3s. `servers` and `firstServer` are FQDNs. */
  readonly k3s?: object;
  /** In short: name, hostname, shortName, address, role of each. */
  readonly nodes: readonly object[];
}

/** Names below `node`, for checking templates before any node is looked at. */
export const nodeViewKeys: readonly (keyof NodeView)[] = [
  ...(['name', 'hostname', 'shortName', 'macs', 'address', 'prefixLength', 'gateway', 'dns', 'ntp'] as const),
  ...(['vlan', 'mtu', 'bond', 'role', 'firstServer', 'labels', 'taints', 'groups', 'architecture'] as const),
  ...(['installDisk', 'extraDisks', 'kernelArguments', 'stream', 'timezone'] as const),
];

/** Names below `site`. */
export const siteViewKeys: readonly (keyof SiteView)[] = [
  'name',
  'domain',
  'network',
  'router',
  'k3s',
  'nodes',
];

const nodeViews = new WeakMap<Node, NodeView>();
const siteViews = new WeakMap<Site, SiteView>();

/** The view of a node, frozen; made once. */
export function nodeView(node: Node): NodeView {
  const known = nodeViews.get(node);
  if (known !== undefined) return known;
  const view = frozenCopy(newNodeView(node));
  nodeViews.set(node, view);
  return view;
}

/** The view of a site, frozen; made once. */
export function siteView(site: Site): SiteView {
  const known = siteViews.get(site);
  if (known !== undefined) return known;
  const view = frozenCopy(newSiteView(site));
  siteViews.set(site, view);
  return view;
}

function newNodeView(node: Node): NodeView {
  const { address, gateway, dns, ntp, vlan, mtu, bond } = node.network;
  const { name, hostname, shortName, macs, role, firstServer, labels, taints, groups, architecture } = node;
  const { installDisk, extraDisks, kernelArguments, stream, timezone } = node;
  return {
    ...{ name, hostname, shortName, macs, role, firstServer, labels, taints, groups, architecture },
    ...{ extraDisks, kernelArguments, stream, gateway, dns, ntp },
    installDisk: { device: installDisk.device },
    ...(address.method === 'static'
      ? { address: address.address, prefixLength: address.prefixLength }
      : { address: 'dhcp' }),
    ...(vlan === undefined ? {} : { vlan }),
    ...(mtu === undefined ? {} : { mtu }),
    ...(bond === undefined ? {} : { bond }),
    ...(timezone === undefined ? {} : { timezone }),
  };
}

function newSiteView(site: Site): SiteView {
  const { name, domain, network, cluster } = site;
  const { address, url, storage } = site.router;
  const view = { name, domain, network, router: { address, url, storage }, nodes: site.nodes.map(shortView) };
  if (cluster === undefined) return view;
  const { token: _token, serverConfig: _server, agentConfig: _agent, ...k3s } = cluster;
  return { ...view, k3s };
}

function shortView(node: Node): object {
  const { name, hostname, shortName, role } = node;
  const { address } = node.network;
  return { name, hostname, shortName, role, address: address.method === 'static' ? address.address : 'dhcp' };
}

function frozenCopy<T>(value: T): T {
  return deepFreeze(structuredClone(value));
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const each of Object.values(value)) deepFreeze(each);
    Object.freeze(value);
  }
  return value;
}
