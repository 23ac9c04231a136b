import type { Node } from '../../../inventory/model/node.ts';
import type { Site } from '../../../inventory/model/site.ts';
import { ipv4Number, ipv4Text } from '../../facts/ipv4.ts';
import type { FoundSection, RouterFacts, ServedNetwork } from '../../facts/routerFacts.ts';
import { isOn, textOf, wordsOf } from '../../facts/values.ts';
import { isOwn, referenceTo } from '../../uci/reference.ts';
import { staticAddress } from '../nodeSections.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { error, warning } from './problem.ts';

/** Leases that somebody wrote by hand for our nodes or their addresses, and pools that have node addresses in them. */
export function hostProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  return [...leases(site, facts), ...pools(site, facts)];
}

function leases(site: Site, { configuration }: RouterFacts): RouterProblem[] {
  const byMac = new Map(site.nodes.flatMap((node) => node.macs.map((mac) => [mac, node] as const)));
  const byAddress = new Map(site.nodes.map((node) => [staticAddress(node), node] as const));
  const dhcp = configuration.find(({ name }) => name === 'dhcp') ?? { name: 'dhcp', sections: [] };
  return dhcp.sections
    .filter((section) => section.type === 'host' && !isOwn(section) && isOn(section, 'enable', true))
    .flatMap((section) => {
      const reference = `dhcp.${referenceTo(dhcp, section)}`;
      const remove = `remove it: uci delete ${reference} && uci commit dhcp (the node's own lease takes its place)`;
      const macs = wordsOf(section, 'mac').map((mac) => mac.toLowerCase());
      const mac = macs.find((each) => byMac.has(each));
      const ip = textOf(section, 'ip');
      const owner = ip === undefined ? undefined : byAddress.get(ip);
      if (mac !== undefined) {
        const what = ip === undefined ? 'a lease' : `the address ${ip}`;
        return [
          error(`${reference} gives ${what} to ${mac}, which is of node ${nameOf(byMac.get(mac))}`, remove),
        ];
      }
      if (owner === undefined) return [];
      return [
        error(
          `${reference} gives the address ${ip} of node ${nameOf(owner)} to ${macs.join(', ') || 'another machine'}: dnsmasq does not start with one address twice`,
          `give one of them another address, or ${remove}`,
        ),
      ];
    });
}

function nameOf(node: Node | undefined): string {
  return node?.name ?? '';
}

function pools(site: Site, { dnsmasq, network }: RouterFacts): RouterProblem[] {
  if (network === undefined) return [];
  return dnsmasq.pools.flatMap((pool) => {
    const range = rangeOf(pool, network);
    if (range === undefined) return [];
    const inside = site.nodes.filter((node) => {
      const address = ipv4Number(staticAddress(node) ?? '');
      return address !== undefined && address >= range.first && address <= range.last;
    });
    if (inside.length === 0) return [];
    const names = inside.slice(0, 5).map(({ name }) => name);
    return [
      warning(
        `the pool of dhcp.${pool.reference}, ${ipv4Text(range.first)} to ${ipv4Text(range.last)}, has the addresses of ${names.join(', ')}${inside.length > 5 ? ` and ${inside.length - 5} more nodes` : ''} in it`,
        'move or shrink the pool (start, limit): until a node is known to the router, another machine may get its address',
      ),
    ];
  });
}

/** What a pool hands out: `start` counts from the network's first address. Undefined where it hands out nothing. */
function rangeOf(
  { section }: FoundSection,
  { address, prefixLength }: ServedNetwork,
): { first: number; last: number } | undefined {
  if (isOn(section, 'ignore', false) || !isOn(section, 'dynamicdhcp', true)) return undefined;
  const own = ipv4Number(address) ?? 0;
  const size = 2 ** (32 - prefixLength);
  const base = own - (own % size);
  const start = Number(textOf(section, 'start') ?? '100');
  const limit = Number(textOf(section, 'limit') ?? '150');
  if (!Number.isInteger(start) || !Number.isInteger(limit) || limit < 1) return undefined;
  const first = base + (start % size);
  return { first, last: Math.min(first + limit - 1, base + size - 2) };
}
