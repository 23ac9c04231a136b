import type { LockedFile as PinnedFile } from '../../inventory/model/images.ts';
import { coreosFiles, ipxeFile, k3sFiles } from '../files.ts';
import { k3sParts, type LockContent, type LockedFile } from './content.ts';

/** The path in a folder of image files of everything that a lock names. */
export function lockedPaths({ coreos, k3s, ipxe }: LockContent): string[] {
  const files = [
    ...coreos.flatMap(({ metalImage, ...entry }) => {
      const { kernel, initramfs, rootfs } = entry;
      const image = metalImage === undefined ? {} : { metalImage: named(metalImage) };
      const set = { ...entry, kernel: named(kernel), initramfs: named(initramfs), rootfs: named(rootfs) };
      return coreosFiles({ ...set, ...image });
    }),
    ...k3s.flatMap(({ version, architecture, ...parts }) => {
      const locked = k3sParts.flatMap((part) => parts[part] ?? []);
      return k3sFiles({ version, architecture, files: locked.map(named) });
    }),
    ...ipxe.flatMap(({ architecture, name, url, sha256 }) =>
      url === undefined ? [] : ipxeFile({ architecture, name, source: { url }, sha256 }),
    ),
  ];
  return files.map(({ path }) => path);
}

function named(file: LockedFile): PinnedFile {
  const [path = ''] = file.url.split(/[?#]/, 1);
  return { ...file, name: path.slice(path.lastIndexOf('/') + 1) };
}
