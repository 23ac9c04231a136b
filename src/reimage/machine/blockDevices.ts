import { printable } from '../printable.ts';

/** A block device, as lsblk tells of it. Source: util-linux 2.40, which Fedora CoreOS has. */
export interface BlockDevice {
  /** The kernel's name: `nvme0n1`, `dm-0`. */
  readonly name: string;
  /** `/dev/nvme0n1`, `/dev/mapper/mpatha` */
  readonly path: string;
  /** `disk`, `part`, `mpath`, `crypt`, `lvm`, `raid1`, … */
  readonly type: string;
  readonly serial: string | undefined;
  readonly wwn: string | undefined;
  /** Bytes. */
  readonly size: number;
  readonly mountPoints: readonly string[];
  /** The kernel's names of what it is made of: a partition's disk, the paths of a multipath device. */
  readonly parents: readonly string[];
}

/** More than any machine has: what says that it has more is not believed. */
const most = 10_000;

/**
 * The block devices that `lsblk --json --bytes` lists, by the kernel's name; undefined where the text is not whole. A device that several
 * others carry stands below each of them.
 */
export function readBlockDevices(text: string): ReadonlyMap<string, BlockDevice> | undefined {
  const devices = new Map<string, BlockDevice>();
  const left: { readonly value: unknown; readonly parent: string | undefined }[] = [];
  const add = (list: unknown, parent: string | undefined): void => {
    if (Array.isArray(list)) for (const value of list) left.push({ value, parent });
  };
  const { blockdevices } = objectOf(parse(text));
  if (!Array.isArray(blockdevices)) return undefined;
  add(blockdevices, undefined);
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const device = deviceOf(next.value, next.parent);
    if (device === undefined) continue;
    const known = devices.get(device.name);
    const parents = [...new Set([...(known?.parents ?? []), ...device.parents])];
    devices.set(device.name, { ...device, parents });
    if (devices.size > most || left.length > most) return undefined;
    add(objectOf(next.value).children, device.name);
  }
  return devices;
}

function deviceOf(value: unknown, parent: string | undefined): BlockDevice | undefined {
  const { kname, pkname, path, type, serial, wwn, size, mountpoints } = objectOf(value);
  if (typeof kname !== 'string' || typeof path !== 'string' || typeof type !== 'string') return undefined;
  if (!namePattern.test(kname) || !pathPattern.test(path)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  return {
    name: kname,
    path,
    type,
    serial: textOf(serial),
    wwn: textOf(wwn),
    size,
    mountPoints: Array.isArray(mountpoints)
      ? mountpoints.filter((each): each is string => typeof each === 'string')
      : [],
    parents: [parent, pkname].filter((each): each is string => typeof each === 'string'),
  };
}

/** The kernel writes `!` for a slash: `cciss!c0d0`. */
const namePattern = /^[\w!.:+-]{1,128}$/;
const pathPattern = /^\/dev\/[!-~]{1,256}$/;

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = printable(value);
  return text === '' ? undefined : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
