import type { UciPackage, UciSection } from '../uci/section.ts';
import type { DeviceAddress, ServedNetwork } from './routerFacts.ts';
import { sectionsOf, textOf, wordsOf } from './values.ts';

/** The network on which the router has an address; undefined when it has it nowhere. */
export function servedNetwork(
  address: string,
  addresses: readonly DeviceAddress[],
  configuration: readonly UciPackage[],
): ServedNetwork | undefined {
  const found = addresses.find((each) => each.address === address);
  if (found === undefined) return undefined;
  const interfaces = sectionsOf(configuration, 'network').filter(({ type }) => type === 'interface');
  const named =
    interfaces.find((section) => hasAddress(section, address)) ??
    interfaces.find((section) => hasDevice(section, found.device));
  return { ...found, interface: named?.name };
}

function hasAddress(section: UciSection, address: string): boolean {
  return wordsOf(section, 'ipaddr').some((each) => each.split('/', 1)[0] === address);
}

/** Before 21.02 the devices of a bridge stood in the interface itself, and the bridge got its name from it. */
function hasDevice(section: UciSection, device: string): boolean {
  if (wordsOf(section, 'device').includes(device) || wordsOf(section, 'ifname').includes(device)) return true;
  return textOf(section, 'type') === 'bridge' && device === `br-${section.name}`;
}
