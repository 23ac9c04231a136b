import type { ExtraDisk, InstallDisk } from '../model/node.ts';
import { type Layers, setting } from './layer.ts';
import { fromFile, type Note } from './note.ts';
import { pick } from './pick.ts';
import { at, items, text, type Written } from './written.ts';

/**
 * The disk that a node is installed on. A bare path says the device alone, so that partitions to keep can be set
 * for many nodes at once. The device is empty when nothing names one: a node that only boots the live system needs none.
 */
export function resolveInstallDisk(layers: Layers, note: Note): InstallDisk {
  const device = installDevice(layers);
  if (device !== undefined) note(['installDisk', 'device'], fromFile(device));
  const kept = pick(layers, ['installDisk', 'keepPartitions']);
  note(['installDisk', 'keepPartitions'], kept === undefined ? { kind: 'default' } : fromFile(kept));
  return {
    device: (device && text(device)) ?? '',
    keepPartitions: kept === undefined ? [] : items(kept).flatMap(readPartition),
  };
}

/** Where the install disk's path is written, in the most specific layer that has one. */
export function installDevice(layers: Layers): Written | undefined {
  for (const layer of layers.toReversed()) {
    const disk = setting(layer, 'installDisk');
    if (text(disk) !== undefined) return disk;
    const device = at(disk, 'device');
    if (text(device) !== undefined) return device;
  }
  return undefined;
}

/** Disks beside the install disk. A more specific list replaces the others. */
export function resolveExtraDisks(layers: Layers, note: Note): readonly ExtraDisk[] {
  const written = pick(layers, ['extraDisks']);
  note(['extraDisks'], written === undefined ? { kind: 'default' } : fromFile(written));
  return written === undefined ? [] : items(written).map(readExtraDisk);
}

function readExtraDisk(disk: Written): ExtraDisk {
  const filesystem = text(at(disk, 'filesystem'));
  const mount = text(at(disk, 'mount'));
  return {
    device: text(at(disk, 'device')) ?? '',
    filesystem: filesystem === 'ext4' || filesystem === 'btrfs' ? filesystem : 'xfs',
    label: text(at(disk, 'label')) ?? '',
    ...(mount === undefined ? {} : { mount }),
    wipe: at(disk, 'wipe').value === true,
  };
}

function readPartition(written: Written): InstallDisk['keepPartitions'][number][] {
  const label = text(at(written, 'label'));
  if (label !== undefined) return [{ label }];
  const index = at(written, 'index').value;
  return typeof index === 'number' || typeof index === 'string' ? [{ index: String(index) }] : [];
}
