import { type Ipv4, parseIpv4 } from '../resolve/ipv4.ts';
import { at, root, text, texts, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import type { AddressPlan } from './freeAddresses.ts';

/** Reads an address; undefined when it is none. */
export function readAddress(written: Written): Ipv4 | undefined {
  const address = text(written);
  return address === undefined ? undefined : parseIpv4(address);
}

/** The router's DHCP range, when both ends can be read and are in order. */
export function readPool({ site }: RuleContext): AddressPlan['pool'] {
  const from = readAddress(at(site, 'network', 'dhcpPool', 'from'));
  const to = readAddress(at(site, 'network', 'dhcpPool', 'to'));
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

/** Who has which address; undefined when the network cannot be read. */
export function addressPlan(context: RuleContext): AddressPlan | undefined {
  const { network, site, nodes } = context;
  if (network === undefined) return undefined;
  const written = [
    ...nodes.map((node) => text(at(root(node), 'address'))),
    text(at(site, 'router', 'address')),
    text(at(site, 'network', 'gateway')),
    text(at(site, 'k3s', 'endpoint', 'address')),
    ...texts(at(site, 'network', 'dns')),
    ...texts(at(site, 'network', 'ntp')),
  ];
  const taken = new Set(
    written.flatMap((address) => (address === undefined ? [] : (parseIpv4(address) ?? []))),
  );
  return { network, taken, pool: readPool(context) };
}
