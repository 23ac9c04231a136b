import type { Node } from '../../inventory/model/node.ts';
import { value, type Word } from './word.ts';

/**
 * How the live system reaches the network. `ip=static` stands for the node's own address in dracut's form
 * (`ip=<address>::<gateway>:<netmask>:<hostname>::none` and its name servers), so that one setting serves a whole site;
 * for a node without a static address it is `ip=dhcp`.
 */
export function networkArguments(node: Node, path: string): Word[] {
  return node.installer.networkArguments.flatMap((text, index) =>
    text === 'ip=static'
      ? ownAddress(node, path)
      : [value(text, `${path}/installer/networkArguments/${index}`)],
  );
}

function ownAddress({ network, hostname }: Node, path: string): Word[] {
  const { address, gateway, dns } = network;
  const from = `${path}/network/address`;
  if (address.method === 'dhcp') return [value('ip=dhcp', from)];
  return [
    value(`ip=${address.address}::${gateway}:${netmask(address.prefixLength)}:${hostname}::none`, from),
    ...dns.map((server) => value(`nameserver=${server}`, `${path}/network/dns`)),
  ];
}

/** `24` → `255.255.255.0` */
export function netmask(prefixLength: number): string {
  return [0, 8, 16, 24]
    .map((before) => Math.min(8, Math.max(0, prefixLength - before)))
    .map((bits) => 256 - 2 ** (8 - bits))
    .join('.');
}
