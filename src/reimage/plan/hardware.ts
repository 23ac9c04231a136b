import type { MachineDisk, MachineView } from './facts.ts';
import type { Hardware } from './released.ts';

/** How a machine that answers is another one than the release means, in words; undefined where nothing tells that. */
export function otherHardware(
  { macs, disk }: Hardware,
  machine: MachineView | undefined,
): string | undefined {
  const { macs: seen, disks } = machine ?? {};
  if (seen !== undefined && macs.length > 0 && !macs.some((mac) => seen.includes(mac)))
    return `it is new hardware: ${macs.join(' or ')} is to be it, and a machine with ${seen.join(', ')} still runs under its name`;
  const roots = (disks ?? []).filter(({ root }) => root);
  if (roots.length === 0 || roots.some((each) => isNamed(each, disk))) return undefined;
  return `it is to be on ${disk}, and runs from ${roots.map(({ device }) => device).join(', ')}`;
}

/** How what a release says of a node's hardware differs from what an earlier one said, in words. */
export function changedHardware(before: Hardware, now: Hardware): string | undefined {
  if (!before.macs.some((mac) => now.macs.includes(mac)))
    return `it is new hardware: ${now.macs.join(' or ')} in place of ${before.macs.join(' or ')}`;
  return before.disk === now.disk ? undefined : `it has a new disk: ${now.disk} in place of ${before.disk}`;
}

function isNamed({ device, links }: MachineDisk, name: string): boolean {
  return device === name || links.includes(name);
}
