import type { BootVariables } from './bootVariables.ts';
import { type LoadOption, optionName, optionNumber } from './loadOption.ts';

/** Which boot option starts a machine from the network. */
export type NetworkOption =
  | { readonly option: LoadOption }
  /** Why none does, in words, and what somebody may do about it. */
  | { readonly option: undefined; readonly problem: string; readonly next: string };

/**
 * Chooses the boot option that boots from the network: by the MACs of the machine, its first one first, PXE of IPv4 before HTTP of
 * IPv4. Some firmware does not say which card an option is for: then its name has to tell that it is about the network, and an option
 * for another card is never taken.
 *
 * @param wanted the number or the description of an option, where a person chose
 */
export function networkOption(
  { options, order }: Pick<BootVariables, 'options' | 'order'>,
  macs: readonly string[],
  wanted?: string,
): NetworkOption {
  if (wanted !== undefined) return namedOption(options, wanted);
  const rank = (number: number): number => {
    const index = order.indexOf(number);
    return index < 0 ? order.length : index;
  };
  const [best] = options
    .flatMap((option) => {
      const suits = suitability(option, macs);
      return suits === undefined ? [] : [{ option, keys: [...suits, rank(option.number), option.number] }];
    })
    .sort((one, other) => compareKeys(one.keys, other.keys));
  if (best !== undefined) return { option: best.option };
  return {
    option: undefined,
    problem: `its firmware has no boot option for the network card ${macs.join(' or ')} (it has ${listed(options)})`,
    next: 'Switch on booting from the network (PXE, IPv4) in the setup of its firmware, or name an option by `entry`.',
  };
}

/** How well an option suits, the lowest first; undefined where it is not for this machine's network. */
function suitability(
  { path, description, active }: LoadOption,
  macs: readonly string[],
): number[] | undefined {
  if (path.bios || path.protocol === 'ipv6' || path.vlan !== undefined) return undefined;
  const asleep = active ? 0 : 1;
  if (path.mac === undefined) {
    return /\b(pxe|network|lan|ethernet|nic)\b/i.test(description) ? [1, 0, 0, asleep] : undefined;
  }
  const card = macs.indexOf(path.mac);
  if (card < 0) return undefined;
  // Without a protocol it is what an old firmware calls the card itself.
  const means = path.protocol === undefined ? 2 : path.http ? 1 : 0;
  return [0, card, means, asleep];
}

function namedOption(options: readonly LoadOption[], wanted: string): NetworkOption {
  const option =
    options.find(({ description }) => description === wanted) ??
    options.find(({ number }) => number === optionNumber(wanted));
  if (option !== undefined) return { option };
  return {
    option: undefined,
    problem: `its firmware has no boot option ${wanted} (it has ${listed(options)})`,
    next: 'Give `entry` the number or the name of one that it has, or leave it out.',
  };
}

/** `Boot0003 “UEFI PXEv4”` */
export function optionText({ number, description }: LoadOption): string {
  return `${optionName(number)} “${description.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 100)}”`;
}

function listed(options: readonly LoadOption[]): string {
  return options.length === 0 ? 'none at all' : options.map(optionText).join(', ');
}

function compareKeys(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((key, at) => key !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
