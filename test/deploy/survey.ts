import type { Survey } from '../../src/ports/storage.ts';

/** An OpenWrt router with an empty ext4 stick at /mnt/usb, but for what is said otherwise. */
export function survey(more: Partial<Survey> = {}): Survey {
  return {
    mount: { device: '/dev/sda1', point: '/mnt/usb', fileSystem: 'ext4', readOnly: false },
    space: { totalBytes: 8e9, freeBytes: 6e9 },
    missingCommands: [],
    system: {
      name: 'OpenWrt 24.10.2',
      packageManager: 'opkg',
      clock: 1_790_000_000,
      uptime: 1000,
      bootId: 'boot-1',
    },
    exists: false,
    slots: [undefined, undefined],
    folders: [],
    parts: [],
    lock: undefined,
    journal: [],
    manifests: new Map(),
    ...more,
  };
}
