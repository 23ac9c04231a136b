import type { Disk, RouterFacts } from '../facts/routerFacts.ts';
import { isOn, sectionsOf, textOf } from '../facts/values.ts';
import { isOwn } from '../uci/reference.ts';
import type { UciSection } from '../uci/section.ts';

/** The section of somebody else that mounts the storage at every start; undefined where there is none. */
export function handWrittenMount(facts: RouterFacts, storage: string): UciSection | undefined {
  return sectionsOf(facts.configuration, 'fstab').find(
    (section) =>
      section.type === 'mount' &&
      !isOwn(section) &&
      textOf(section, 'target') === storage &&
      isOn(section, 'enabled', false),
  );
}

/** File systems of disks that a storage can be on; those of a router's own flash are not among them. */
const fileSystems: ReadonlySet<string> = new Set([
  'ext2',
  'ext3',
  'ext4',
  'vfat',
  'exfat',
  'f2fs',
  'btrfs',
  'xfs',
]);

/** The disk that is mounted as the storage, or else the only one that could be it; undefined where it is not clear. */
export function storageDisk({ storage: { mounted, disks } }: RouterFacts, storage: string): Disk | undefined {
  const there = disks.find(({ mount, device }) => mount === storage || device === mounted?.device);
  if (there !== undefined || mounted !== undefined) return there;
  const [only, another] = candidateDisks(disks);
  return another === undefined ? only : undefined;
}

/** Disks with a file system that are mounted nowhere. */
export function candidateDisks(disks: readonly Disk[]): readonly Disk[] {
  return disks.filter((disk) => disk.mount === undefined && isStorageDisk(disk));
}

/** Whether a storage can be on a disk, by its file system. */
export function isStorageDisk({ fileSystem, uuid }: Disk): boolean {
  return uuid !== undefined && fileSystems.has(fileSystem ?? '');
}
