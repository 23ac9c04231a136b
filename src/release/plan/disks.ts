import type { DiskRecord, ExtraDiskRecord } from '../manifest.ts';
import { listChange } from './lists.ts';
import type { Reason } from './plan.ts';

/** What changed about a node's disks, in words. */
export function diskReasons(before: DiskRecord, after: DiskRecord): Reason[] {
  const reasons: Reason[] = [];
  const say = (text: string) => reasons.push({ about: 'disk', text });
  if (before.install !== after.install) say(`install disk: ${before.install} → ${after.install}`);
  const kept = listChange(before.keepPartitions, after.keepPartitions);
  if (kept !== undefined) say(`kept partitions: ${kept}`);
  const earlier = byDevice(before.extra);
  const later = byDevice(after.extra);
  for (const disk of after.extra) {
    const old = earlier.get(disk.device);
    if (old === undefined) say(`extra disk ${disk.device} added`);
    else for (const change of extraDiskChanges(old, disk)) say(`extra disk ${disk.device}: ${change}`);
  }
  for (const { device } of before.extra) {
    if (!later.has(device)) say(`extra disk ${device} removed: its data stays, but is no longer mounted`);
  }
  return reasons;
}

/**
 * What data installing `after` would lose that the installation of `before` kept or never touched, in words.
 * The install disk's own system is meant to be lost and is no risk. Source of what Ignition does with a file system
 * that is there already: its operator notes, "Filesystem-Reuse Semantics" (same format, label and UUID: reused;
 * otherwise it fails, unless it may wipe).
 */
export function diskRisks(before: DiskRecord, after: DiskRecord): string[] {
  return [...installDiskRisks(before, after), ...extraDiskRisks(before, after)];
}

function installDiskRisks(before: DiskRecord, after: DiskRecord): string[] {
  if (before.install !== after.install) {
    const mounted = before.extra.some(({ device }) => device === after.install);
    const was = mounted ? ', which was an extra disk with data,' : '';
    return [`the install disk changes: everything on ${after.install}${was} would be erased`];
  }
  const kept = new Set(after.keepPartitions);
  return before.keepPartitions
    .filter((partition) => !kept.has(partition))
    .map((partition) => `the partition ${partition} on ${after.install} would no longer be kept`);
}

function extraDiskRisks(before: DiskRecord, after: DiskRecord): string[] {
  const earlier = byDevice(before.extra);
  return after.extra.flatMap((disk) => {
    if (disk.wipe) return [`${disk.device} would be erased (wipe: true)`];
    const old = earlier.get(disk.device);
    if (old === undefined) return newDiskRisk(before, disk);
    if (old.filesystem === disk.filesystem && old.label === disk.label) return [];
    const from = `${old.filesystem} labelled ${old.label}`;
    const to = `${disk.filesystem} labelled ${disk.label}`;
    return [`${disk.device} changes from ${from} to ${to}: the installation fails, or its data is lost`];
  });
}

/** A disk that the node did not use before is no risk by itself, unless it was the one that the system was on. */
function newDiskRisk(before: DiskRecord, disk: ExtraDiskRecord): string[] {
  if (disk.device !== before.install) return [];
  return [`${disk.device} was the install disk: what is on it would be lost as an extra disk`];
}

function extraDiskChanges(before: ExtraDiskRecord, after: ExtraDiskRecord): string[] {
  const keys = ['filesystem', 'label', 'mount', 'wipe'] as const;
  return keys
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key} ${before[key] ?? 'none'} → ${after[key] ?? 'none'}`);
}

function byDevice(disks: readonly ExtraDiskRecord[]): ReadonlyMap<string, ExtraDiskRecord> {
  return new Map(disks.map((disk) => [disk.device, disk]));
}
