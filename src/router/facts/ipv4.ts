import ipaddr from 'ipaddr.js';

/** An IPv4 address as an unsigned number of 32 bits; undefined when it is none. */
export function ipv4Number(text: string): number | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return ipaddr.IPv4.parse(text).octets.reduce((number, octet) => number * 256 + octet, 0);
}

/** The dotted form of such a number. */
export function ipv4Text(number: number): string {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}

/** How many bits a netmask such as `255.255.255.0` has; undefined when it is none. */
export function maskLength(mask: string): number | undefined {
  return ipaddr.IPv4.isValidFourPartDecimal(mask)
    ? (ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask() ?? undefined)
    : undefined;
}
