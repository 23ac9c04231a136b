import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';

/** The address that reaches every machine of a network: `192.168.26.255` of `192.168.26.0/24`. */
export function broadcastOf(cidr: string): string {
  return ipaddr.IPv4.broadcastAddressFromCIDR(cidr).toString();
}

/** Whether this machine has an interface in a network: a router passes broadcasts on to no other. */
export function isInNetwork(cidr: string): boolean {
  const network = ipaddr.IPv4.parseCIDR(cidr);
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some(({ family, address }) => family === 'IPv4' && ipaddr.IPv4.parse(address).match(network));
}
