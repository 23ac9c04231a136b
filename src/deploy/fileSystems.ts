/** What a file system cannot do, as far as it matters for the storage. */
export interface FileSystemLimits {
  /** The biggest file, in bytes; undefined where no file that Pilotlight knows comes near. */
  readonly largestFile: number | undefined;
  /** What to know about it, in words; undefined where there is nothing. */
  readonly note: string | undefined;
}

/** Whether a file system is memory, or the flash that a router itself lives on: nothing may be written there. */
export function isOfTheRouterItself(fileSystem: string): boolean {
  return flashOrMemory.has(fileSystem);
}

/** What to know of a file system by its name in /proc/mounts. */
export function fileSystemLimits(fileSystem: string): FileSystemLimits {
  if (fat.has(fileSystem)) {
    return {
      largestFile: 4 * 1024 ** 3 - 1,
      note: `${fileSystem} has no journal and takes no file of 4 GiB or more: a power cut while it is written to can damage it, the pointer's two slots stand that; ext4 is better`,
    };
  }
  return { largestFile: undefined, note: noteOf(fileSystem) };
}

function noteOf(fileSystem: string): string | undefined {
  if (fileSystem === 'exfat') return 'exfat has no journal: a power cut can damage it; ext4 is better';
  if (ntfs.has(fileSystem)) {
    return `${fileSystem} (NTFS or exFAT) is slow on a router, and its files may not be readable for the HTTP server; ext4 is better`;
  }
  if (usual.has(fileSystem)) return undefined;
  return `${fileSystem} is a file system that Pilotlight was never tried on`;
}

const flashOrMemory: ReadonlySet<string> = new Set(
  'overlay overlayfs squashfs jffs2 ubifs yaffs2 erofs tmpfs ramfs rootfs devtmpfs proc sysfs'.split(' '),
);

const fat: ReadonlySet<string> = new Set(['vfat', 'msdos', 'fat']);

const ntfs: ReadonlySet<string> = new Set(['fuseblk', 'ntfs', 'ntfs3', 'antfs', 'tntfs', 'ufsd']);

const usual: ReadonlySet<string> = new Set(['ext2', 'ext3', 'ext4', 'f2fs', 'xfs', 'btrfs', 'zfs', 'apfs']);
