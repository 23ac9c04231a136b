import type { Finding } from '../../shared/finding.ts';
import { contains, formatNetwork, type Network } from '../resolve/ipv4.ts';
import { setting } from '../resolve/layer.ts';
import { at, text, type Written } from '../resolve/written.ts';
import { readAddress, readPool } from './addressPlan.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

/** Router, gateways and DHCP pool are where the nodes can reach them. */
export function* siteNetwork(context: RuleContext): Generator<Finding> {
  const { network, site, layers } = context;
  if (network === undefined) return;
  const cidr = at(site, 'network', 'cidr');
  yield* insideNetwork('PL1218', 'router address', at(site, 'router', 'address'), network, cidr);
  for (const layer of layers)
    yield* insideNetwork('PL1219', 'gateway', setting(layer, 'gateway'), network, cidr);
  yield* dhcpPool(context, network);
}

function* insideNetwork(
  code: 'PL1218' | 'PL1219',
  what: string,
  written: Written,
  network: Network,
  cidr: Written,
): Generator<Finding> {
  const address = readAddress(written);
  if (address === undefined) return;
  const shown = text(written);
  if (!contains(network, address))
    yield report(code, written, `${what} ${shown} is outside the site's network ${formatNetwork(network)}`, {
      hint: 'nodes reach only what is on their own network: mend the address or network.cidr',
      related: also(cidr, 'the network'),
    });
  else if (network.prefixLength < 31 && (address === network.first || address === network.last))
    yield report(
      code,
      written,
      `${what} ${shown} is the network or broadcast address of ${formatNetwork(network)}`,
      {
        hint: 'no machine can have the first or the last address of a network',
        related: also(cidr, 'the network'),
      },
    );
}

function* dhcpPool(context: RuleContext, network: Network): Generator<Finding> {
  const { site } = context;
  const written = at(site, 'network', 'dhcpPool');
  const from = readAddress(at(written, 'from'));
  const to = readAddress(at(written, 'to'));
  if (from === undefined || to === undefined) return;
  for (const end of [at(written, 'from'), at(written, 'to')]) {
    const address = readAddress(end);
    if (address !== undefined && !contains(network, address))
      yield report('PL1224', end, `the DHCP pool's end ${text(end)} is outside ${formatNetwork(network)}`, {
        hint: 'both ends of the pool are addresses of network.cidr',
        related: also(at(site, 'network', 'cidr'), 'the network'),
      });
  }
  if (from > to)
    yield report('PL1225', at(written, 'from'), 'the DHCP pool ends before it begins', {
      hint: `swap them: from: ${text(at(written, 'to'))}, to: ${text(at(written, 'from'))}`,
    });
  const pool = readPool(context);
  const router = at(site, 'router', 'address');
  const address = readAddress(router);
  if (pool !== undefined && address !== undefined && address >= pool.from && address <= pool.to)
    yield report('PL1226', written, `the DHCP pool takes in the router's address ${text(router)}`, {
      hint: "let the pool begin above the router's address",
      related: also(router, 'the router'),
    });
}
