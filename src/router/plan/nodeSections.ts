import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { sectionNames } from './sectionNames.ts';
import { type WantedSection, wantedSection } from './wantedSection.ts';

/** A lease for each node, its name in DNS, and the names of the API endpoint: with the addresses of all servers, or with kube-vip's. */
export function nodeSections(site: Site, instance: string | undefined): WantedSection[] {
  const names = sectionNames(site.nodes.map(({ name }) => name));
  const named = site.nodes.map((node) => ({ node, name: names.get(node.name) ?? node.name }));
  const endpoint = serverNames(site);
  return [
    ...named.map(({ node, name }) =>
      wantedSection('dhcp', 'host', `pilotlight_host_${name}`, {
        instance,
        name: node.shortName,
        mac: node.macs,
        ip: staticAddress(node),
        leasetime: '12h',
        dns: '1',
      }),
    ),
    ...named.flatMap(({ node, name }) =>
      nameSection('pilotlight_name_', name, [node.hostname], node, instance),
    ),
    ...named
      .filter(({ node }) => node.role === 'server')
      .flatMap(({ node, name }) => nameSection('pilotlight_api_', name, endpoint, node, instance)),
    ...kubeVipSection(site, instance),
  ];
}

/** kube-vip's address is no node's: its name leads there, and not to the servers. */
function kubeVipSection({ cluster }: Site, instance: string | undefined): WantedSection[] {
  const endpoint = cluster?.endpoint;
  if (endpoint?.provider !== 'kubeVip' || endpoint.name === undefined) return [];
  const { name, address: ip } = endpoint;
  return [wantedSection('dhcp', 'domain', 'pilotlight_endpoint', { instance, name: [name], ip })];
}

function nameSection(
  prefix: string,
  name: string,
  hostnames: readonly string[],
  node: Node,
  instance: string | undefined,
): WantedSection[] {
  const ip = staticAddress(node);
  if (ip === undefined || hostnames.length === 0) return [];
  return [wantedSection('dhcp', 'domain', `${prefix}${name}`, { instance, name: hostnames, ip })];
}

/** The address of a node; undefined where it takes what DHCP gives. */
export function staticAddress({ network: { address } }: Node): string | undefined {
  return address.method === 'static' ? address.address : undefined;
}

/**
 * Names that lead to all servers: that of the endpoint, wherever its domain is, and those of the API server's certificate below the
 * site's domain that are no node's.
 */
function serverNames({ cluster, domain, nodes }: Site): string[] {
  const endpoint = cluster?.endpoint;
  const known = new Set([...nodes.map(({ hostname }) => hostname), endpoint?.name]);
  const others = (cluster?.tlsSans ?? [])
    .map((name) => name.toLowerCase())
    .filter((name) => name.endsWith(`.${domain}`) && !known.has(name) && /^[a-z0-9.-]+$/.test(name));
  return [...new Set([...(endpoint?.provider === 'dns' ? [endpoint.name] : []), ...others])];
}
