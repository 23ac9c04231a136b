import type { Node } from '../../inventory/model/node.ts';
import type { Cluster, Endpoint, Site } from '../../inventory/model/site.ts';
import { shAssignments } from '../../shared/shQuote.ts';
import type { ButaneFile } from '../butane/config.ts';
import { serversPath } from './changesInPlace.ts';
import { inlineFile } from './file.ts';

/**
 * The API servers that a first boot may join through, and the CA that it trusts. Each is `name=address`, as names may not resolve when
 * a rack starts; the address is empty where only DHCP knows it.
 */
export function serversFile(site: Site, cluster: Cluster): ButaneFile {
  const addresses = new Map(site.nodes.map((node) => [node.hostname, addressOf(node)]));
  const servers = cluster.servers.map((name) => `${name}=${addresses.get(name) ?? ''}`);
  return inlineFile(
    serversPath,
    0o644,
    shAssignments({
      PILOTLIGHT_SERVERS: servers.join(' '),
      PILOTLIGHT_ENDPOINT: endpointText(cluster.endpoint),
      PILOTLIGHT_CA_SHA256: cluster.caSha256 ?? '',
    }),
  );
}

function addressOf({ network: { address } }: Node): string {
  return address.method === 'static' ? address.address : '';
}

function endpointText(endpoint: Endpoint | undefined): string {
  if (endpoint === undefined) return '';
  return `${endpoint.name ?? ''}=${endpoint.provider === 'kubeVip' ? endpoint.address : ''}`;
}
