import type { Finding } from '../../shared/finding.ts';
import { nodeName } from '../resolve/hostname.ts';
import { contains, formatIpv4, formatNetwork, type Ipv4 } from '../resolve/ipv4.ts';
import { at, isMap, root, text, type Written } from '../resolve/written.ts';
import { addressPlan, readAddress } from './addressPlan.ts';
import type { RuleContext } from './context.ts';
import { freeAddressHint } from './freeAddresses.ts';
import { also, type More, report, reportKey } from './report.ts';

/** The endpoint of the API has what its provider needs, and takes nobody's name or address. */
export function* endpoint(context: RuleContext): Generator<Finding> {
  const written = at(context.site, 'k3s', 'endpoint');
  if (!isMap(written.value)) return;
  const provider = at(written, 'provider').value;
  if (provider === 'dns') yield* byDns(context, written);
  else if (provider === 'kubeVip') yield* byKubeVip(context, written);
  else return;
  yield* takenName(context, at(written, 'name'));
  yield* singleServer(context, written);
}

function* byDns({ resolved }: RuleContext, written: Written): Generator<Finding> {
  if (at(written, 'name').value === undefined)
    yield reportKey('PL1227', written, 'the API endpoint has provider dns, but no name', {
      hint: 'add name: k3s, or another that no node has',
    });
  for (const key of ['address', 'interface', 'version']) {
    const setting = at(written, key);
    if (setting.value !== undefined)
      yield reportKey('PL1238', setting, `the API endpoint has provider dns, which reads no ${key}`, {
        hint: `remove ${key}, or set provider: kubeVip`,
      });
  }
  for (const { node, document } of resolved.nodes)
    if (node.role === 'server' && node.network.address.method === 'dhcp')
      yield report(
        'PL1209',
        at(root(document), 'address'),
        `${node.name} has no address that the name of the API endpoint could have`,
        {
          hint: 'give it a static address, or the endpoint provider: kubeVip',
          related: also(written, 'the endpoint'),
        },
      );
}

function* byKubeVip(context: RuleContext, written: Written): Generator<Finding> {
  const hints = {
    address: 'a free address of network.cidr',
    version: 'v1.0.1 or another release of kube-vip',
  };
  for (const [key, hint] of Object.entries(hints))
    if (at(written, key).value === undefined)
      yield reportKey('PL1227', written, `the API endpoint has provider kubeVip, but no ${key}`, {
        hint: `add ${key}: ${hint}`,
      });
  const fault = addressFault(context, at(written, 'address'));
  if (fault !== undefined) yield fault;
}

/** What keeps kube-vip from having an address: one reason is enough. */
function addressFault(context: RuleContext, written: Written): Finding | undefined {
  const plan = addressPlan(context);
  const address = readAddress(written);
  if (plan === undefined || address === undefined) return undefined;
  const { network, pool } = plan;
  const { site } = context;
  const hint = freeAddressHint(plan, address);
  const told = (what: string, related: More['related'] = []): Finding =>
    report('PL1228', written, `the API endpoint's address ${formatIpv4(address)} is ${what}`, {
      hint,
      related,
    });
  const cidr = also(at(site, 'network', 'cidr'), 'the network');
  if (!contains(network, address)) return told(`outside the site's network ${formatNetwork(network)}`, cidr);
  if (network.prefixLength < 31 && (address === network.first || address === network.last))
    return told(`the network or broadcast address of ${formatNetwork(network)}`, cidr);
  const owner = ownerOf(context, address);
  if (owner !== undefined) return told(`${owner.name}'s`, also(owner.written));
  if (pool !== undefined && address >= pool.from && address <= pool.to)
    return told(
      `inside the DHCP pool ${formatIpv4(pool.from)} to ${formatIpv4(pool.to)}`,
      also(at(site, 'network', 'dhcpPool'), 'the pool'),
    );
  return undefined;
}

function ownerOf(
  { site, nodes }: RuleContext,
  address: Ipv4,
): { name: string; written: Written } | undefined {
  const owners = [
    { name: 'the router', written: at(site, 'router', 'address') },
    { name: 'the gateway', written: at(site, 'network', 'gateway') },
    ...nodes.map((node) => ({ name: nodeName(node.file), written: at(root(node), 'address') })),
  ];
  return owners.find(({ written }) => readAddress(written) === address);
}

function* takenName({ site, resolved }: RuleContext, written: Written): Generator<Finding> {
  const name = text(written)?.toLowerCase();
  if (name === undefined) return;
  const full = name.includes('.') ? name : `${name}.${text(at(site, 'domain')) ?? ''}`;
  const owner = resolved.nodes.find(({ node }) => node.hostname.toLowerCase() === full);
  if (owner === undefined) return;
  yield report('PL1229', written, `the API endpoint's name ${full} is ${owner.node.name}'s`, {
    hint: 'choose another, such as k3s',
    related: also(root(owner.document)),
  });
}

function* singleServer({ resolved, sound }: RuleContext, written: Written): Generator<Finding> {
  const servers = resolved.nodes.filter(({ node }) => node.role === 'server').length;
  if (!sound.nodes || servers !== 1) return;
  yield reportKey('PL1237', written, 'there is an API endpoint, but only one server that it can lead to', {
    hint: 'remove endpoint, or add servers',
  });
}
