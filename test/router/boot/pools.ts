import { ipv4Number, ipv4Text } from '../../../src/router/facts/ipv4.ts';
import { isOn, textOf } from '../../../src/router/facts/values.ts';
import type { UciSection } from '../../../src/router/uci/section.ts';
import type { InitScriptRouter } from './initScript.ts';

/** What the init script makes of a section of type dhcp: a range, whose first address counts from the network's. */
export function poolLines(section: UciSection, { networks }: InitScriptRouter): string[] {
  const name = textOf(section, 'interface');
  const network = name === undefined ? undefined : networks.get(name);
  if (name === undefined || network === undefined) return [];
  if (isOn(section, 'ignore', false)) return [`no-dhcp-interface=${network.device}`];
  if (textOf(section, 'dhcpv4') === 'disabled') return [];
  const size = 2 ** (32 - network.prefixLength);
  const own = ipv4Number(network.address) ?? 0;
  const base = own - (own % size);
  const first = base + Number(textOf(section, 'start') ?? '100');
  const last = Math.min(first + Number(textOf(section, 'limit') ?? '150') - 1, base + size - 2);
  const end = isOn(section, 'dynamicdhcp', true) ? ipv4Text(last) : 'static';
  const tag = `set:${textOf(section, 'networkid') ?? name}`;
  const mask = ipv4Text(2 ** 32 - size);
  return [`dhcp-range=${tag},${ipv4Text(first)},${end},${mask},${textOf(section, 'leasetime') ?? '12h'}`];
}
