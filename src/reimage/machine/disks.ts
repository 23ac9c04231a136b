import type { MachineDisk } from '../plan/facts.ts';
import type { BlockDevice } from './blockDevices.ts';

/** A name below /dev/disk, and the kernel's name of the device that it leads to. */
export interface DiskLink {
  /** `/dev/disk/by-id/nvme-…` */
  readonly path: string;
  /** `nvme0n1` */
  readonly device: string;
}

type Devices = ReadonlyMap<string, BlockDevice>;

/**
 * The disks that a system can be installed on, by name: whole disks, multipath devices, and RAIDs that are made of whole disks. The
 * system's root may be on a partition, a logical volume, or an encrypted volume: every disk that carries it has it.
 */
export function machineDisks(devices: Devices, links: readonly DiskLink[]): MachineDisk[] {
  const carriers = carriersOfRoot(devices);
  const linksOf = new Map<string, string[]>();
  for (const { device, path } of links) {
    const known = linksOf.get(device);
    if (known === undefined) linksOf.set(device, [path]);
    else known.push(path);
  }
  return [...devices.values()]
    .filter((device) => isDisk(device, devices))
    .map((device) => {
      const serial = device.serial ?? shared(device, devices, 'serial');
      const wwn = device.wwn ?? shared(device, devices, 'wwn');
      return {
        device: device.path,
        links: (linksOf.get(device.name) ?? []).sort(),
        ...(serial === undefined ? {} : { serial }),
        ...(wwn === undefined ? {} : { wwn }),
        size: device.size,
        root: carriers.has(device.name),
      };
    })
    .sort((one, other) => (one.device < other.device ? -1 : 1));
}

function isDisk({ name, type, size, parents }: BlockDevice, devices: Devices): boolean {
  // Memory is of type `disk` too, and so is a reader without a card.
  if (size === 0 || /^(?:zram|ram|loop)\d/.test(name)) return false;
  if (type === 'disk' || type === 'mpath') return true;
  return type.startsWith('raid') && parents.every((parent) => devices.get(parent)?.type === 'disk');
}

/** Multipath tells nothing of its own: what all its paths say is true of it. */
function shared({ type, parents }: BlockDevice, devices: Devices, key: 'serial' | 'wwn'): string | undefined {
  if (type !== 'mpath') return undefined;
  const values = new Set(parents.map((parent) => devices.get(parent)?.[key]));
  return values.size === 1 ? [...values][0] : undefined;
}

/** Names of what the root file system is on, with all that this is made of. Where `/` is a composefs, the disk is seen at /sysroot. */
function carriersOfRoot(devices: Devices): ReadonlySet<string> {
  const mountedAt = (point: string) =>
    [...devices.values()].filter(({ mountPoints }) => mountPoints.includes(point));
  const roots = mountedAt('/').length > 0 ? mountedAt('/') : mountedAt('/sysroot');
  const carriers = new Set<string>();
  const left = roots.map(({ name }) => name);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (carriers.has(name)) continue;
    carriers.add(name);
    left.push(...(devices.get(name)?.parents ?? []));
  }
  return carriers;
}
