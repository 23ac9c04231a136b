import ipaddr from 'ipaddr.js';

/** An IPv4 address as an unsigned number of 32 bits. */
export type Ipv4 = number;

/** An IPv4 network. */
export interface Network {
  /** Lowest address: the network address. */
  readonly first: Ipv4;
  /** Highest address: the broadcast address. */
  readonly last: Ipv4;
  readonly prefixLength: number;
  /** The address before the slash, as it was written; it differs from `first` when host bits are set. */
  readonly written: Ipv4;
}

/** Reads a dotted address, without leading zeros; undefined when it is none. */
export function parseIpv4(text: string): Ipv4 | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return ipaddr.IPv4.parse(text).octets.reduce((number, octet) => number * 256 + octet, 0);
}

/** The dotted form of an address. */
export function formatIpv4(address: Ipv4): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** Reads `192.168.26.0/24`; undefined when it is no network. */
export function parseNetwork(text: string): Network | undefined {
  const [, address = '', prefix = ''] = /^([\d.]+)\/(\d|[12]\d|3[0-2])$/.exec(text) ?? [];
  const written = parseIpv4(address);
  if (written === undefined) return undefined;
  const size = 2 ** (32 - Number(prefix));
  const first = written - (written % size);
  return { first, last: first + size - 1, prefixLength: Number(prefix), written };
}

/** The canonical form of a network, without host bits. */
export function formatNetwork(network: Network): string {
  return `${formatIpv4(network.first)}/${network.prefixLength}`;
}

/** Whether an address is in a network, its first and last address included. */
export function contains(network: Network, address: Ipv4): boolean {
  return address >= network.first && address <= network.last;
}

/** Whether two networks have an address in common. */
export function overlap(a: Network, b: Network): boolean {
  return a.first <= b.last && b.first <= a.last;
}
