import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { sectionNames } from './sectionNames.ts';
import { type WantedSection, wantedSection } from './wantedSection.ts';

/** A lease for each node, its name in DNS, and the names of the API endpoint, which every server answers. */
export function nodeSections(site: Site, instance: string | undefined): WantedSection[] {
  const names = sectionNames(site.nodes.map(({ name }) => name));
  const named = site.nodes.map((node) => ({ node, name: names.get(node.name) ?? node.name }));
  const endpoint = endpointNames(site);
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
  ];
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

/** Names of the API server's certificate below the site's domain that are no node's: those of the endpoint. */
function endpointNames({ cluster, domain, nodes }: Site): string[] {
  const known = new Set(nodes.map(({ hostname }) => hostname));
  return [...new Set(cluster?.tlsSans ?? [])]
    .map((name) => name.toLowerCase())
    .filter((name) => name.endsWith(`.${domain}`) && !known.has(name) && /^[a-z0-9.-]+$/.test(name));
}
