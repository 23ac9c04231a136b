import type { NodeRecord } from '../manifest.ts';
import { diskReasons } from './disks.ts';
import { listChange } from './lists.ts';
import type { Reason, ReasonKind } from './plan.ts';

/** What two manifests say differently of a node, in words. Both may go by different names. */
export function recordReasons(before: NodeRecord, after: NodeRecord): Reason[] {
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
    ...arrow('coreos', 'Fedora CoreOS', before.coreos ?? 'none locked', after.coreos ?? 'none locked'),
    ...list('kernelArguments', 'kernel arguments', listChange(before.kernelArguments, after.kernelArguments)),
    ...diskReasons(before.disks, after.disks),
  ];
}

/** Whether another machine goes by the name: a MAC is no longer there, or the system is on another disk. */
export function isNewHardware(before: NodeRecord, after: NodeRecord): boolean {
  const macs = new Set(after.macs);
  return before.disks.install !== after.disks.install || before.macs.some((mac) => !macs.has(mac));
}
