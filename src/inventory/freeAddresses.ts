import type { Site } from './model/site.ts';
import { formatIpv4, parseIpv4, parseNetwork } from './resolve/ipv4.ts';
import { isFree } from './rules/freeAddresses.ts';

/** How far to look, so that a full network costs little. */
const reach = 65_536;

/**
 * Proposes addresses for new nodes, each once: the next ones behind the last node that nobody has and the DHCP server does not hand
 * out. Where there is none left, a node takes what the DHCP server gives: `dhcp`.
 */
export function addressFinder({ network: settings, router, nodes, cluster }: Site): () => string {
  const network = parseNetwork(settings.cidr);
  if (network === undefined) return () => 'dhcp';
  const ofNodes = nodes.flatMap(({ network: { address } }) =>
    address.method === 'static' ? (parseIpv4(address.address) ?? []) : [],
  );
  const endpoint = cluster?.endpoint?.provider === 'kubeVip' ? [cluster.endpoint.address] : [];
  const others = [router.address, settings.gateway, ...endpoint, ...settings.dns, ...settings.ntp];
  const taken = new Set([...ofNodes, ...others.flatMap((address) => parseIpv4(address) ?? [])]);
  const from = parseIpv4(settings.dhcpPool?.from ?? '');
  const to = parseIpv4(settings.dhcpPool?.to ?? '');
  const pool = from === undefined || to === undefined ? undefined : { from, to };
  const start = ofNodes.reduce((highest, address) => Math.max(highest, address), network.first);
  const size = network.last - network.first + 1;
  return () => {
    for (let step = 1; step <= Math.min(reach, size); step++) {
      const address = network.first + ((start - network.first + step) % size);
      if (!isFree({ network, taken, pool }, address)) continue;
      taken.add(address);
      return formatIpv4(address);
    }
    return 'dhcp';
  };
}
