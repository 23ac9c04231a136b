import type { Draft } from './draft.ts';
import type { SeenRouter } from './lookAtRouter.ts';

/** What was learned of a router, a line each. */
export function routerLines({ system, address, cidr, dhcpPool, storages, hostKeys }: SeenRouter): string[] {
  const known = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${name}: ${value}`];
  return [
    system,
    ...known('address', address),
    ...known('network', cidr),
    ...known('DHCP pool', dhcpPool === undefined ? undefined : `${dhcpPool.from} to ${dhcpPool.to}`),
    ...known('storage', storages.join(', ') || undefined),
    ...known('host key', hostKeys.join(', ')),
  ];
}

/** Two servers are worse than one: when either is gone, so is the quorum. */
export function serverWarnings({ inventory }: Draft): string[] {
  const count = inventory?.site.nodes.filter(({ role }) => role === 'server').length ?? 0;
  if (count === 1 && (inventory?.site.nodes.length ?? 0) > 2) {
    return ['there is one server: with three, the cluster goes on when one of them is gone'];
  }
  return count === 2
    ? ['there are two servers: when either is gone, the cluster stops. Take three, or one']
    : [];
}
