import type { NodeRecord } from '../manifest.ts';
import { diskReasons } from './disks.ts';
import { listChange } from './lists.ts';
import type { Reason, ReasonKind } from './plan.ts';

/**
 * What two manifests say differently of a node, in words. Both may go by different names.
 * @param stays whether the node is not installed again: then another image means nothing for what runs
 */
export function recordReasons(before: NodeRecord, after: NodeRecord, stays = false): Reason[] {
  const arrow = (about: ReasonKind, what: string, old: string, now: string): Reason[] =>
    old === now ? [] : [{ about, text: `${what}: ${old} → ${now}` }];
  const list = (about: ReasonKind, what: string, change: string | undefined): Reason[] =>
    change === undefined ? [] : [{ about, text: `${what}: ${change}` }];
  return [
    ...arrow('name', 'host name', before.hostname, after.hostname),
    ...arrow('role', 'role', before.role, after.role),
    ...arrow('variant', 'way to come up', before.variants[0].variant, after.variants[0].variant),
    ...arrow('address', 'address', before.address, after.address),
    ...list('mac', 'MACs', listChange(before.macs, after.macs)),
    ...arrow('coreos', 'architecture', before.architecture, after.architecture),
    ...imageReasons(before, after, stays),
    ...list('kernelArguments', 'kernel arguments', listChange(before.kernelArguments, after.kernelArguments)),
    ...diskReasons(before.disks, after.disks),
  ];
}

function imageReasons(before: NodeRecord, after: NodeRecord, stays: boolean): Reason[] {
  const old = before.coreos ?? 'none locked';
  const now = after.coreos ?? 'none locked';
  if (old === now) return [];
  const means = stays ? ': for the next installation, the running system updates itself' : '';
  return [{ about: 'coreos', text: `Fedora CoreOS: ${old} → ${now}${means}` }];
}

/** Whether another machine goes by the name: a MAC is no longer there, or the system is on another disk. */
export function isNewHardware(before: NodeRecord, after: NodeRecord): boolean {
  const macs = new Set(after.macs);
  return before.disks.install !== after.disks.install || before.macs.some((mac) => !macs.has(mac));
}
