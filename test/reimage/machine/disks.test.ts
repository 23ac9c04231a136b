import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBlockDevices } from '../../../src/reimage/machine/blockDevices.ts';
import { type DiskLink, machineDisks } from '../../../src/reimage/machine/disks.ts';
import { lsblkOf, type SysDevice } from './hardware.ts';

/** The disks that lsblk's text and these links give. */
function disksOf(text: string, links: readonly DiskLink[] = []) {
  const devices = readBlockDevices(text);
  return devices === undefined ? undefined : machineDisks(devices, links);
}

const part = (partitionOf: string, name: string, mounts: readonly string[] = []): SysDevice => ({
  name,
  partitionOf,
  mounts,
});
/** As Fedora CoreOS has it: `/` is a composefs, and no device. */
const coreos = ['/sysroot', '/etc', '/var'];

describe('what lsblk itself says of a machine', () => {
  test('an NVMe disk with a serial and a WWN, and a second one without partitions', (context) => {
    const text = lsblkOf(
      [
        {
          name: 'nvme0n1',
          udev: { ID_SERIAL_SHORT: 'S4EVNX0R123456', ID_WWN: 'eui.0025385b21404321' },
          sectors: 976_773_168,
        },
        part('nvme0n1', 'nvme0n1p3', ['/boot']),
        part('nvme0n1', 'nvme0n1p4', coreos),
        { name: 'nvme1n1', udev: { ID_SERIAL_SHORT: 'S4EVNX0R999999' } },
      ],
      context,
    );
    expect(
      disksOf(text, [
        { path: '/dev/disk/by-id/nvme-eui.0025385b21404321', device: 'nvme0n1' },
        { path: '/dev/disk/by-id/nvme-eui.0025385b21404321-part4', device: 'nvme0n1p4' },
        { path: '/dev/disk/by-diskseq/1', device: 'nvme0n1' },
      ]),
    ).toEqual([
      {
        device: '/dev/nvme0n1',
        links: ['/dev/disk/by-diskseq/1', '/dev/disk/by-id/nvme-eui.0025385b21404321'],
        serial: 'S4EVNX0R123456',
        wwn: 'eui.0025385b21404321',
        size: 500_107_862_016,
        root: true,
      },
      { device: '/dev/nvme1n1', links: [], serial: 'S4EVNX0R999999', size: 1_024_000_000, root: false },
    ]);
  });

  test('a virtual disk without a serial: it is not guessed', (context) => {
    const [disk] = disksOf(lsblkOf([{ name: 'vda' }, part('vda', 'vda4', ['/'])], context)) ?? [];
    expect(disk).toEqual({ device: '/dev/vda', links: [], size: 1_024_000_000, root: true });
  });

  test('an encrypted root on a logical volume: the disk below carries it, the other one does not', (context) => {
    const text = lsblkOf(
      [
        { name: 'sda', udev: { ID_SERIAL_SHORT: 'WD-1' } },
        part('sda', 'sda4'),
        { name: 'dm-0', mapper: { name: 'vg-root', uuid: 'LVM-abc' }, on: ['sda4'] },
        {
          name: 'dm-1',
          mapper: { name: 'luks-root', uuid: 'CRYPT-LUKS2-abc' },
          on: ['dm-0'],
          mounts: coreos,
        },
        { name: 'sdb', udev: { ID_SERIAL_SHORT: 'WD-2' }, mounts: ['/var/lib/data'] },
      ],
      context,
    );
    expect(disksOf(text)?.map(({ device, root }) => ({ device, root }))).toEqual([
      { device: '/dev/sda', root: true },
      { device: '/dev/sdb', root: false },
    ]);
  });

  test('multipath: one disk over two paths, which is what all paths say it is', (context) => {
    const lun = { ID_SERIAL_SHORT: 'LUN1', ID_WWN: '0x600508b4' };
    const text = lsblkOf(
      [
        { name: 'sda', udev: lun },
        { name: 'sdb', udev: lun },
        { name: 'dm-0', mapper: { name: 'mpatha', uuid: 'mpath-3600508b4' }, on: ['sda', 'sdb'] },
        {
          name: 'dm-1',
          mapper: { name: 'mpatha4', uuid: 'part4-mpath-3600508b4' },
          on: ['dm-0'],
          mounts: coreos,
        },
      ],
      context,
    );
    const links = [{ path: '/dev/disk/by-id/wwn-0x600508b4', device: 'dm-0' }];
    expect(disksOf(text, links)).toMatchObject([
      {
        device: '/dev/mapper/mpatha',
        links: ['/dev/disk/by-id/wwn-0x600508b4'],
        serial: 'LUN1',
        wwn: '0x600508b4',
        root: true,
      },
      { device: '/dev/sda', root: true },
      { device: '/dev/sdb', root: true },
    ]);
  });

  test('multipath whose paths do not agree has no serial', (context) => {
    const text = lsblkOf(
      [
        { name: 'sda', udev: { ID_SERIAL_SHORT: 'LUN1' } },
        { name: 'sdb', udev: { ID_SERIAL_SHORT: 'LUN2' } },
        { name: 'dm-0', mapper: { name: 'mpatha', uuid: 'mpath-1' }, on: ['sda', 'sdb'] },
      ],
      context,
    );
    expect(disksOf(text)?.[0]).not.toHaveProperty('serial');
  });

  test('a mirror of partitions: both disks carry the root, and the mirror is no disk; one of whole disks is', (context) => {
    const text = lsblkOf(
      [
        { name: 'sda' },
        part('sda', 'sda4'),
        { name: 'sdb' },
        part('sdb', 'sdb4'),
        { name: 'md127', md: 'raid1', on: ['sda4', 'sdb4'], mounts: coreos },
        { name: 'sdc' },
        { name: 'sdd' },
        { name: 'md126', md: 'raid1', on: ['sdc', 'sdd'] },
      ],
      context,
    );
    expect(disksOf(text)?.map(({ device, root }) => `${device} ${root}`)).toEqual([
      '/dev/md126 false',
      '/dev/sda true',
      '/dev/sdb true',
      '/dev/sdc false',
      '/dev/sdd false',
    ]);
  });

  test('memory and empty readers are no disks', (context) => {
    const text = lsblkOf([{ name: 'zram0' }, { name: 'sda', sectors: 0 }, { name: 'sdb' }], context);
    expect(disksOf(text)?.map(({ device }) => device)).toEqual(['/dev/sdb']);
  });
});

describe('what no lsblk says', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'lsblk: unknown column'],
    ['a text that was cut', '{"blockdevices":[{"kname":"sda"'],
    ['no list', '{"blockdevices":{"kname":"sda"}}'],
    ['null', 'null'],
  ])('%s: the disks are not known', (_name, text) => {
    expect(disksOf(text)).toBeUndefined();
  });

  const disk = { kname: 'sda', path: '/dev/sda', type: 'disk', size: 5 };
  test.each<[string, object]>([
    ['a size that is no number', { ...disk, size: '5' }],
    ['a size below nothing', { ...disk, size: -1 }],
    ['no name', { ...disk, kname: null }],
    ['a name with a line feed', { ...disk, kname: 'sda\nx' }],
    ['a path elsewhere', { ...disk, path: '/etc/shadow' }],
    ['a path with a blank', { ...disk, path: '/dev/sda x' }],
  ])('a device with %s is left out, and the others are not', (_name, bad) => {
    const text = JSON.stringify({
      blockdevices: [bad, null, 7, { ...disk, kname: 'sdb', path: '/dev/sdb' }],
    });
    expect(disksOf(text)?.map(({ device }) => device)).toEqual(['/dev/sdb']);
  });

  test('a serial is shown as text that can be printed, and is cut', () => {
    const text = JSON.stringify({
      blockdevices: [{ ...disk, serial: `\u001b[31m${'x'.repeat(5000)}`, wwn: ' \u0000 ' }],
    });
    const [seen] = disksOf(text) ?? [];
    expect(seen?.serial).toMatch(/^\?\[31mx{150,200}$/);
    expect(seen?.wwn).toBe('?');
  });

  test('devices that are made of each other end', () => {
    const loop = { ...disk, pkname: 'sdb', mountpoints: ['/'] };
    const back = { ...disk, kname: 'sdb', path: '/dev/sdb', pkname: 'sda', mountpoints: [null] };
    expect(disksOf(JSON.stringify({ blockdevices: [loop, back] }))?.map(({ root }) => root)).toEqual([
      true,
      true,
    ]);
  });

  test('too many devices are not believed', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ ...disk, kname: `sd${index}` }));
    expect(disksOf(JSON.stringify({ blockdevices: many }))).toBeUndefined();
  });

  test('any JSON is read without an error', () => {
    const key = fc.constantFrom(
      'kname',
      'pkname',
      'path',
      'type',
      'size',
      'mountpoints',
      'children',
      'serial',
    );
    const device = fc.dictionary(key, fc.oneof(fc.constant('sda'), fc.constant('/dev/sda'), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(fc.oneof(device, fc.jsonValue())), (blockdevices) => {
        expect(Array.isArray(disksOf(JSON.stringify({ blockdevices })))).toBe(true);
      }),
    );
  });
});
