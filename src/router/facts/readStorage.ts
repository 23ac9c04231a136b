import { unescapeMountPoint } from '../../shared/mountPoint.ts';
import type { Disk, StorageFacts } from './routerFacts.ts';

/**
 * What is mounted at a path, and which disks there are.
 *
 * @param mounts /proc/mounts
 * @param block what `block info` prints
 */
export function readStorage(storage: string, mounts: string, block: string): StorageFacts {
  return { mounted: mountedAt(storage, mounts), disks: block.split('\n').flatMap(readDisk) };
}

/** The last mount at a path is the one that is seen. */
function mountedAt(storage: string, mounts: string): StorageFacts['mounted'] {
  const fields = mounts.split('\n').map((line) => line.split(' '));
  const found = fields.findLast(([, point]) => point !== undefined && unescapeMountPoint(point) === storage);
  const [device, , fileSystem] = found ?? [];
  return device === undefined || fileSystem === undefined ? undefined : { device, fileSystem };
}

/** `/dev/sda1: UUID="0f3a…" LABEL="boot" VERSION="1.0" MOUNT="/mnt/usb" TYPE="ext4"` */
function readDisk(line: string): Disk[] {
  const [, device] = /^(\/dev\/\S+):\s/.exec(line) ?? [];
  if (device === undefined) return [];
  const fields = new Map(
    [...line.matchAll(/ ([A-Z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
  );
  const field = (key: string): string | undefined => fields.get(key) || undefined;
  return [
    { device, uuid: field('UUID'), label: field('LABEL'), fileSystem: field('TYPE'), mount: field('MOUNT') },
  ];
}
