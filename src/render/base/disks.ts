import type { ExtraDisk } from '../../inventory/model/node.ts';
import type { ButaneFilesystem } from '../butane/config.ts';

/**
 * The file system of a whole extra disk. Without `wipe` Ignition keeps one that already has this format and label,
 * formats a blank disk, and refuses any other: data outlives a reinstallation.
 */
export function extraFilesystem({ device, filesystem, label, mount, wipe }: ExtraDisk): ButaneFilesystem {
  return {
    device,
    format: filesystem,
    label,
    wipe_filesystem: wipe,
    ...(mount === undefined ? {} : { path: mount, with_mount_unit: true }),
  };
}
