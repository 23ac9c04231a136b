import { describe, expect, test } from 'vitest';
import { findMount } from '../../../../src/adapters/storage/directory/mounts.ts';
import { ask } from '../contract/place.ts';
import { directoryPlace } from './place.ts';

const mounts = `overlayfs:/overlay / overlay rw,noatime 0 0
tmpfs /tmp tmpfs rw,nosuid 0 0
/dev/sda1 /mnt/usb ext4 ro,relatime 0 0
/dev/sdb1 /mnt/usb vfat rw,relatime,errors=remount-ro 0 0
/dev/sdc1 /mnt/my\\040stick\\134 ext4 ro 0 0
nas:/share /mnt/usbstick nfs4 rw 0 0
`;

describe('the mount of a folder', () => {
  test.each([
    ['/mnt/usb', '/dev/sdb1', 'vfat'],
    ['/mnt/usb/pilotlight', '/dev/sdb1', 'vfat'],
    ['/mnt/usbstick/pilotlight', 'nas:/share', 'nfs4'],
    ['/mnt/usb2', 'overlayfs:/overlay', 'overlay'],
    ['/mnt', 'overlayfs:/overlay', 'overlay'],
    ['/mnt/my stick\\/a', '/dev/sdc1', 'ext4'],
    ['/', 'overlayfs:/overlay', 'overlay'],
  ])('%s', (path, device, fileSystem) =>
    expect(findMount(mounts, path)).toMatchObject({ device, fileSystem }),
  );

  test('is read-only when its options say so, and not when they speak of it', () => {
    expect(findMount(mounts, '/mnt/my stick\\')?.readOnly).toBe(true);
    expect(findMount(mounts, '/mnt/usb')).toMatchObject({ point: '/mnt/usb', readOnly: false });
  });

  test('is none where none is told', () => expect(findMount('', '/mnt/usb')).toBeUndefined());

  test('is that of the folder around the root, while there is no root', async () => {
    const { storage, close } = await directoryPlace();
    try {
      const { mount } = await ask(storage);
      expect(mount?.point.startsWith('/')).toBe(true);
      expect(mount?.readOnly).toBe(false);
    } finally {
      await close();
    }
  });
});
