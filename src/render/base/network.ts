import type { Node, NodeNetwork } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { ButaneFile } from '../butane/config.ts';
import { inlineFile } from './file.ts';
import { isKeyfileKey, type Keyfile, keyfileText } from './keyfile.ts';

const folder = '/etc/NetworkManager/system-connections';

/**
 * The node's network as NetworkManager keyfiles at fixed paths. Links are matched by MAC, as interface names change
 * with slots and kernels. `lan` carries the address; links below it (the ports of a bond, the parent of a VLAN) only carry `lan`.
 */
export function networkFiles(site: Site, node: Node): ButaneFile[] {
  return connections(site, node).map(({ name, keyfile }) =>
    inlineFile(`${folder}/${name}.nmconnection`, 0o600, keyfileText(keyfile)),
  );
}

interface Connection {
  readonly name: string;
  readonly keyfile: Keyfile;
}

function connections(site: Site, node: Node): Connection[] {
  const { network } = node;
  const [mac = ''] = node.macs;
  const addresses = addressSections(site, node);
  const ethernet = { 'mac-address': mac, mtu: network.mtu };
  if (network.bond === undefined) {
    if (network.vlan === undefined) {
      return [named('lan', { type: 'ethernet' }, { ethernet, ...addresses })];
    }
    return [
      named('lan', vlanInterface(network.vlan), { ethernet, vlan: { id: network.vlan }, ...addresses }),
      named('lan-link', { type: 'ethernet' }, { ethernet, ...noAddress }),
    ];
  }
  return [...bonded(network, network.bond, addresses)];
}

function bonded(
  { vlan, mtu }: NodeNetwork,
  bond: NonNullable<NodeNetwork['bond']>,
  addresses: Keyfile,
): Connection[] {
  const link = { type: 'bond', 'interface-name': 'bond0' };
  const options = Object.fromEntries(Object.entries(bond.options).filter(([key]) => isKeyfileKey(key)));
  const settings = { bond: { mode: bond.mode, ...options }, ethernet: { mtu } };
  const ports = bond.macs.map((port, index) =>
    named(
      `lan-port${index + 1}`,
      { type: 'ethernet', master: 'bond0', 'slave-type': 'bond' },
      { ethernet: { 'mac-address': port, mtu } },
    ),
  );
  if (vlan === undefined) return [named('lan', link, { ...settings, ...addresses }), ...ports];
  return [
    named('lan', vlanInterface(vlan), {
      vlan: { id: vlan, parent: 'bond0' },
      ethernet: { mtu },
      ...addresses,
    }),
    named('lan-link', link, { ...settings, ...noAddress }),
    ...ports,
  ];
}

function vlanInterface(id: number): Readonly<Record<string, string>> {
  return { type: 'vlan', 'interface-name': `vlan${id}` };
}

function named(name: string, connection: Readonly<Record<string, string>>, rest: Keyfile): Connection {
  return { name, keyfile: { connection: { id: name, ...connection, 'autoconnect-priority': 10 }, ...rest } };
}

const noAddress: Keyfile = { ipv4: { method: 'disabled' }, ipv6: { method: 'disabled' } };

/**
 * The gateway only goes with a static address: NetworkManager refuses one without an address.
 * A kernel without IPv6 gets no IPv6 settings that would fail.
 */
function addressSections(site: Site, node: Node): Keyfile {
  const { address, gateway, dns } = node.network;
  const ipv6 = node.kernelArguments.includes('ipv6.disable=1') ? { method: 'disabled' } : ipv6Auto(dns);
  const common = {
    dns: dns.filter((server) => !server.includes(':')),
    'dns-search': [site.domain],
    'may-fail': false,
  };
  if (address.method === 'dhcp') return { ipv4: { method: 'auto', ...common }, ipv6 };
  const address1 = `${address.address}/${address.prefixLength},${gateway}`;
  return { ipv4: { method: 'manual', address1, ...common }, ipv6 };
}

function ipv6Auto(dns: readonly string[]): Keyfile[string] {
  return { method: 'auto', 'may-fail': true, dns: dns.filter((server) => server.includes(':')) };
}
