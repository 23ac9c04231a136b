import type { Finding } from '../../shared/finding.ts';
import { nodeName } from '../resolve/hostname.ts';
import { contains, formatIpv4, formatNetwork, type Ipv4 } from '../resolve/ipv4.ts';
import { at, root, type Written } from '../resolve/written.ts';
import { addressPlan, readAddress } from './addressPlan.ts';
import type { RuleContext } from './context.ts';
import { type AddressPlan, freeAddressHint } from './freeAddresses.ts';
import { also, report } from './report.ts';

/** A static address is in the site's network, and nobody else's. */
export function* addresses(context: RuleContext): Generator<Finding> {
  const plan = addressPlan(context);
  const hint = hints(plan);
  const taken = new Map<Ipv4, Written>();
  for (const document of context.nodes) {
    const written = at(root(document), 'address');
    const address = readAddress(written);
    if (address === undefined) continue;
    if (plan !== undefined) yield* misplaced(context, plan, written, address, hint);
    const other = taken.get(address);
    if (other === undefined) taken.set(address, written);
    else
      yield report(
        'PL1204',
        written,
        `address ${formatIpv4(address)} is already ${nodeName(other.document.file)}'s`,
        { hint: hint(address) ?? 'give each node its own', related: also(other) },
      );
  }
}

function* misplaced(
  { site }: RuleContext,
  plan: AddressPlan,
  written: Written,
  address: Ipv4,
  hintFor: (address: Ipv4) => string | undefined,
): Generator<Finding> {
  const { network, pool } = plan;
  const shown = formatIpv4(address);
  const cidr = at(site, 'network', 'cidr');
  if (!contains(network, address)) {
    const message = `address ${shown} is outside the site's network ${formatNetwork(network)}`;
    yield report('PL1214', written, message, { hint: hintFor(address), related: also(cidr, 'the network') });
    return;
  }
  if (network.prefixLength < 31 && (address === network.first || address === network.last)) {
    const what = address === network.first ? 'network' : 'broadcast';
    const message = `address ${shown} is the ${what} address of ${formatNetwork(network)}`;
    yield report('PL1215', written, message, { hint: hintFor(address), related: also(cidr, 'the network') });
  }
  const owner = ownerOf(site, address);
  if (owner !== undefined)
    yield report('PL1216', written, `address ${shown} is the ${owner.name}'s`, {
      hint: hintFor(address),
      related: also(owner.written),
    });
  if (pool !== undefined && address >= pool.from && address <= pool.to)
    yield report(
      'PL1217',
      written,
      `address ${shown} is inside the DHCP pool ${formatIpv4(pool.from)} to ${formatIpv4(pool.to)}`,
      { hint: hintFor(address), related: also(at(site, 'network', 'dhcpPool'), 'the pool') },
    );
}

function ownerOf(site: Written, address: Ipv4): { name: string; written: Written } | undefined {
  const router = at(site, 'router', 'address');
  if (readAddress(router) === address) return { name: 'router', written: router };
  const gateway = at(site, 'network', 'gateway');
  return readAddress(gateway) === address ? { name: 'gateway', written: gateway } : undefined;
}

/** Hints by address: a rack of copies must not search the same neighbourhood again and again. */
function hints(plan: AddressPlan | undefined): (address: Ipv4) => string | undefined {
  const known = new Map<Ipv4, string | undefined>();
  return (address) => {
    if (plan === undefined) return undefined;
    if (!known.has(address)) known.set(address, freeAddressHint(plan, address));
    return known.get(address);
  };
}
