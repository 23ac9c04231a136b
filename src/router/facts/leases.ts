import type { Site } from '../../inventory/model/site.ts';

/** An address that dnsmasq gave away. */
export interface Lease {
  /** Seconds since 1970 by the router's clock; 0 for one that never ends. */
  readonly expiry: number;
  /** `98:fa:9b:1c:2d:01` */
  readonly mac: string;
  readonly address: string;
  /** What the machine calls itself; undefined where it says nothing. */
  readonly hostname: string | undefined;
}

/** dnsmasq's lease file: `<expiry> <mac> <address> <name or *> <client id or *>`. Lines of IPv6, and what makes no sense, are left out. */
export function readLeases(text: string): Lease[] {
  return text.split('\n').flatMap((line) => {
    const [, expiry, mac = '', address = '', hostname] =
      /^(\d{1,12}) (?:[0-9a-f]{2}-)?((?:[0-9a-f]{2}:){5}[0-9a-f]{2}) (\d+(?:\.\d+){3}) (\S+)/i.exec(line) ??
      [];
    if (expiry === undefined) return [];
    return [
      {
        expiry: Number(expiry),
        mac: mac.toLowerCase(),
        address,
        hostname: hostname === '*' ? undefined : hostname,
      },
    ];
  });
}

/** MACs by address: what leases say, and before that what the neighbour table says now. */
export function macsByAddress(leases: readonly Lease[], neighbours: string): Map<string, string> {
  const macs = new Map(leases.map(({ address, mac }) => [address, mac]));
  for (const line of neighbours.split('\n')) {
    const [, address, flags, mac = ''] =
      /^(\d+(?:\.\d+){3}) +0x\S+ +0x([0-9a-f]+) +((?:[0-9a-f]{2}:){5}[0-9a-f]{2}) /i.exec(line) ?? [];
    // 0x2: the entry is complete.
    if (address !== undefined && (Number.parseInt(flags ?? '0', 16) & 2) !== 0)
      macs.set(address, mac.toLowerCase());
  }
  return macs;
}

/** Machines that have the address of a node and are not that node. */
export function leaseClashes(
  { nodes }: Pick<Site, 'nodes'>,
  leases: readonly Lease[],
): { readonly node: string; readonly lease: Lease }[] {
  return nodes.flatMap(({ name, macs, network: { address } }) => {
    if (address.method !== 'static') return [];
    const own = new Set(macs.map((mac) => mac.toLowerCase()));
    return leases
      .filter((lease) => lease.address === address.address && !own.has(lease.mac))
      .map((lease) => ({ node: name, lease }));
  });
}
