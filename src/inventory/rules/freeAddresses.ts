import { contains, formatIpv4, type Ipv4, type Network } from '../resolve/ipv4.ts';

/** How far to look, so that a full network costs little. */
const reach = 256;

/** Which addresses are in use, as far as the inventory knows. */
export interface AddressPlan {
  readonly network: Network;
  readonly taken: ReadonlySet<Ipv4>;
  readonly pool?: { readonly from: Ipv4; readonly to: Ipv4 } | undefined;
}

/** Whether a node may have an address. */
export function isFree({ network, taken, pool }: AddressPlan, address: Ipv4): boolean {
  return (
    contains(network, address) &&
    address !== network.first &&
    address !== network.last &&
    !taken.has(address) &&
    !(pool !== undefined && address >= pool.from && address <= pool.to)
  );
}

/** At most two free addresses near another one: first those above it, then those below. */
export function freeAddressesNear(plan: AddressPlan, address: Ipv4): Ipv4[] {
  const start = Math.min(Math.max(address, plan.network.first), plan.network.last);
  const free: Ipv4[] = [];
  for (const direction of [1, -1])
    for (let step = 0; step <= reach && free.length < 2; step++) {
      const candidate = start + direction * step;
      if (step === 0 && direction === -1) continue;
      if (isFree(plan, candidate)) free.push(candidate);
    }
  return free;
}

/** `free addresses near it: 192.168.26.12, .13` */
export function freeAddressHint(plan: AddressPlan, address: Ipv4): string | undefined {
  const [first, second] = freeAddressesNear(plan, address);
  if (first === undefined) return undefined;
  if (second === undefined) return `a free address near it: ${formatIpv4(first)}`;
  const same = first >>> 8 === second >>> 8;
  return `free addresses near it: ${formatIpv4(first)}, ${same ? `.${second & 255}` : formatIpv4(second)}`;
}
