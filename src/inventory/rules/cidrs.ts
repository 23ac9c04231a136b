import type { Finding } from '../../shared/finding.ts';
import { formatNetwork, type Network, overlap, parseNetwork } from '../resolve/ipv4.ts';
import { at, isMap, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { also, report } from './report.ts';

interface Named {
  readonly name: string;
  readonly written: Written;
  readonly network: Network;
}

/** Each node's pods get a network of this prefix length (the default of Kubernetes' `node-cidr-mask-size-ipv4`). */
const podPrefix = 24;

/** The networks of site, pods and services: written without host bits, large enough, and apart from each other. */
export function* cidrs(context: RuleContext): Generator<Finding> {
  const networks = namedNetworks(context.site);
  for (const each of networks) yield* aligned(each);
  for (const [index, later] of networks.entries())
    for (const earlier of networks.slice(0, index))
      if (overlap(earlier.network, later.network)) yield overlapping(earlier, later);
  yield* roomForRouterAndNode(networks);
  yield* roomForPods(networks, context);
}

function namedNetworks(site: Written): Named[] {
  const candidates: [string, Written, string][] = [["the site's network", at(site, 'network', 'cidr'), '']];
  if (isMap(at(site, 'k3s').value))
    candidates.push(
      ['clusterCidr', at(site, 'k3s', 'clusterCidr'), '10.42.0.0/16'],
      ['serviceCidr', at(site, 'k3s', 'serviceCidr'), '10.43.0.0/16'],
    );
  return candidates.flatMap(([name, written, usual]) => {
    const network = parseNetwork(written.value === undefined ? usual : (text(written) ?? ''));
    return network === undefined ? [] : [{ name, written, network }];
  });
}

function* aligned({ name, written, network }: Named): Generator<Finding> {
  if (network.written === network.first) return;
  yield report('PL1221', written, `${name} ${text(written)} has host bits set`, {
    hint: `write ${formatNetwork(network)}`,
  });
}

function overlapping(earlier: Named, later: Named): Finding {
  const message = `${later.name} ${formatNetwork(later.network)} overlaps ${earlier.name} ${formatNetwork(earlier.network)}`;
  const usual = later.written.value === undefined ? ' (the default)' : '';
  return report('PL1222', later.written, `${message}${usual}`, {
    hint: `give k3s.${later.name} a private network that nothing else uses`,
    related: also(earlier.written, earlier.name),
  });
}

function* roomForRouterAndNode(networks: readonly Named[]): Generator<Finding> {
  const [site] = networks.filter(({ name }) => name === "the site's network");
  if (site === undefined || site.network.prefixLength <= 30) return;
  yield report(
    'PL1223',
    site.written,
    `the site's network ${text(site.written)} has no room for a router and a node`,
    {
      hint: 'give it a prefix length of at most 30; 24 is usual',
    },
  );
}

function* roomForPods(networks: readonly Named[], { resolved }: RuleContext): Generator<Finding> {
  const pods = networks.find(({ name }) => name === 'clusterCidr');
  if (pods === undefined) return;
  const members = resolved.nodes.filter(({ node }) => node.role !== 'none').length;
  const room = pods.network.prefixLength > podPrefix ? 0 : 2 ** (podPrefix - pods.network.prefixLength);
  if (members <= room) return;
  const message = `clusterCidr ${formatNetwork(pods.network)} has room for the pods of ${room} nodes, and ${members} have a role`;
  yield report('PL1223', pods.written, message, {
    hint: `each node takes a /${podPrefix}: give k3s.clusterCidr a prefix length of at most ${podPrefix - Math.ceil(Math.log2(members))}`,
  });
}
