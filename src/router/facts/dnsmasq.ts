import { referenceTo } from '../uci/reference.ts';
import type { UciPackage } from '../uci/section.ts';
import type { DnsmasqFacts, FoundSection } from './routerFacts.ts';
import { textOf, wordsOf } from './values.ts';

/**
 * The dnsmasq processes of a router, and which one serves an interface, as its init script decides: the one that the pool names, else
 * the one that lists the interface, else the only one that does not exclude it.
 *
 * @param interfaceName in /etc/config/network: `lan`
 */
export function dnsmasqFacts(
  configuration: readonly UciPackage[],
  interfaceName: string | undefined,
): DnsmasqFacts {
  const dhcp = configuration.find(({ name }) => name === 'dhcp') ?? { name: 'dhcp', sections: [] };
  const found = dhcp.sections.map((section) => ({ reference: referenceTo(dhcp, section), section }));
  const instances = found.filter(({ section }) => section.type === 'dnsmasq');
  if (interfaceName === undefined) return { instances, serving: undefined, pools: [] };
  const pools = found.filter(
    ({ section }) => section.type === 'dhcp' && textOf(section, 'interface') === interfaceName,
  );
  return { instances, serving: servingInstance(instances, pools, interfaceName), pools };
}

function servingInstance(
  instances: readonly FoundSection[],
  pools: readonly FoundSection[],
  interfaceName: string,
): FoundSection | undefined {
  const named = pools.map(({ section }) => textOf(section, 'instance')).find((each) => each !== undefined);
  if (named !== undefined) return instances.find(({ section }) => section.name === named);
  const willing = instances.filter(
    ({ section }) => !wordsOf(section, 'notinterface').includes(interfaceName),
  );
  const listing = willing.filter(({ section }) => wordsOf(section, 'interface').includes(interfaceName));
  const open = willing.filter(({ section }) => wordsOf(section, 'interface').length === 0);
  const [only, another] = listing.length > 0 ? listing : open;
  return another === undefined ? only : undefined;
}
