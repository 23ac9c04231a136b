import type { Finding } from '../../shared/finding.ts';
import { type Layer, setting } from '../resolve/layer.ts';
import { at, items, text, type Written } from '../resolve/written.ts';
import type { RuleContext } from './context.ts';
import { report } from './report.ts';

/** Names that the kernel gives in the order in which it meets the disks. Source: Linux, Documentation/admin-guide/devices.txt. */
const kernelName = /^\/dev\/(sd[a-z]+|hd[a-z]+|vd[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+)(p?\d+)?$/;

/** A part of a disk: `…-part1`, `/dev/sda1`, `/dev/nvme0n1p1`. */
const partition = /-part\d+$|^\/dev\/([shv]d|xvd)[a-z]+\d+$|^\/dev\/(nvme\d+n|mmcblk)\d+p\d+$/;

/** Paths of disks name the same, whole disk at every boot. */
export function* diskPaths({ layers }: RuleContext): Generator<Finding> {
  for (const layer of layers)
    for (const written of devices(layer)) {
      const device = text(written) ?? '';
      if (partition.test(device))
        yield report('PL1249', written, `${device} is a partition, not a whole disk`, {
          hint: `name the disk: ${wholeDisk(device)}`,
        });
      if (kernelName.test(device))
        yield report('PL1240', written, `${device} may be another disk after the next boot`, {
          hint: 'use a name under /dev/disk/by-id: ls -l /dev/disk/by-id on the machine shows them',
        });
    }
}

function devices(layer: Layer): Written[] {
  const install = setting(layer, 'installDisk');
  const extra = items(setting(layer, 'extraDisks')).map((disk) => at(disk, 'device'));
  return [text(install) === undefined ? at(install, 'device') : install, ...extra];
}

function wholeDisk(device: string): string {
  return device
    .replace(/-part\d+$/, '')
    .replace(/(\d)p\d+$/, '$1')
    .replace(/^(\/dev\/[a-z]+)\d+$/, '$1');
}
