import { describe, expect, test } from 'vitest';
import { readMount, readSpace } from '../../../../src/adapters/storage/shell/survey/readMount.ts';
import { readSurvey } from '../../../../src/adapters/storage/shell/survey/readSurvey.ts';

const told = (...lines: string[]) => readSurvey(Buffer.from([...lines, 'end', ''].join('\n')));

describe('the system', () => {
  test('OpenWrt by its release file', () => {
    const lines = [
      'release .',
      "release +DISTRIB_ID='OpenWrt'",
      "release +DISTRIB_RELEASE='24.10.2'",
      `release +DISTRIB_DESCRIPTION='OpenWrt $(reboot)'`,
      'manager opkg',
      'clock 1700000000',
      'uptime 12.34',
      'boot 0123',
    ];
    expect(told(...lines)?.system).toEqual({
      name: 'OpenWrt 24.10.2',
      packageManager: 'opkg',
      clock: 1_700_000_000,
      uptime: 12.34,
      bootId: '0123',
    });
  });

  test('another one by its pretty name, or by its kernel', () => {
    expect(told('release +NAME="Debian"', 'release +PRETTY_NAME="Debian 12"')?.system.name).toBe('Debian 12');
    expect(told('kernel Linux 6.6.1')?.system.name).toBe('Linux 6.6.1');
  });
});

test.each(['', 'root\n', 'root\nen', 'end\nroot\n'])('an answer that was cut off is none: %j', (text) => {
  expect(readSurvey(Buffer.from(text))).toBeUndefined();
});

test('a mount is read with its optional fields and without, and both its modes count', () => {
  const stick = { device: '/dev/sda1', point: '/mnt/u b', fileSystem: 'ext4' };
  expect(readMount('36 /mnt/u\\040b rw,noatime shared:1 master:2 - ext4 /dev/sda1 rw')).toEqual({
    ...stick,
    readOnly: false,
  });
  expect(readMount('36 /mnt/u\\040b rw - ext4 /dev/sda1 ro,errors=continue')?.readOnly).toBe(true);
  expect(readMount('36 /mnt/u\\040b ro - ext4 /dev/sda1 rw')?.readOnly).toBe(true);
  expect(readMount('36 /mnt rw,errors=remount-ro - ext4 /dev/sda1 rw')?.readOnly).toBe(false);
  expect(readMount(undefined)).toBeUndefined();
});

test('space is in bytes, also below what root keeps for itself', () => {
  const header = 'Filesystem 1024-blocks Used Available Capacity Mounted on';
  expect(readSpace([header, '/dev/sda1 1000 300 700 30% /mnt/usb'])).toEqual({
    totalBytes: 1_024_000,
    freeBytes: 716_800,
  });
  expect(readSpace([header, 'a b 1000 1000 -20 102% /mnt 5% x'])).toEqual({
    totalBytes: 1_024_000,
    freeBytes: 0,
  });
  expect(readSpace([header])).toBeUndefined();
});
