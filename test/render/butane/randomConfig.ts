import fc from 'fast-check';
import type {
  ButaneConfig,
  ButaneDirectory,
  ButaneDisk,
  ButaneFile,
  ButaneFilesystem,
  ButaneLink,
  ButaneUnit,
  ButaneUser,
} from '../../../src/render/butane/config.ts';
import { nastyStrings } from './nastyStrings.ts';

type Body = Omit<ButaneConfig, 'variant' | 'version'>;

/** Texts of files: anything that UTF-8 can hold. */
export const texts = fc.oneof(
  fc.constantFrom(...nastyStrings),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.string({ unit: 'grapheme-ascii' }), { maxLength: 6 }).map((lines) => lines.join('\n')),
  fc.constant('#!/bin/sh\n'.repeat(200)),
);

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
const modes = fc.constantFrom(0o600, 0o644, 0o755, 0o4755);

const file = (path: string): fc.Arbitrary<ButaneFile> =>
  fc.record(
    {
      path: fc.constant(path),
      mode: modes,
      overwrite: fc.boolean(),
      user: fc.record({ name }),
      contents: fc.record({ inline: texts }),
    },
    { requiredKeys: ['path', 'contents'] },
  );

const directory = (path: string): fc.Arbitrary<ButaneDirectory> =>
  fc.record({ path: fc.constant(path), mode: fc.constantFrom(0o700, 0o755) }, { requiredKeys: ['path'] });

const link = (path: string): fc.Arbitrary<ButaneLink> =>
  fc.record(
    { path: fc.constant(path), target: fc.constantFrom('/etc/target', '../x y'), overwrite: fc.boolean() },
    {
      requiredKeys: ['path', 'target'],
    },
  );

const unitText = texts.map(
  (text) =>
    `[Unit]\nDescription=x${text.replace(/[^ -~]/g, ' ').replace(/\\/g, '/')}x\n\n[Install]\nWantedBy=multi-user.target\n`,
);

const unit = (stem: string): fc.Arbitrary<ButaneUnit> =>
  fc.record(
    {
      name: fc.constant(`${stem}.service`),
      enabled: fc.boolean(),
      contents: fc.oneof(unitText, fc.constant('')),
      dropins: fc.array(
        fc.record({ name: fc.constant('10-a.conf'), contents: fc.constant('[Unit]\nAfter=x.target\n') }),
        {
          maxLength: 1,
        },
      ),
    },
    { requiredKeys: ['name', 'contents'] },
  );

const user = (login: string): fc.Arbitrary<ButaneUser> =>
  fc.record(
    {
      name: fc.constant(login),
      ssh_authorized_keys: fc.uniqueArray(
        name.map((each) => `ssh-ed25519 AAAA ${each}@host`),
        { maxLength: 2 },
      ),
      groups: fc.uniqueArray(name, { maxLength: 2 }),
      password_hash: fc.constant('@@pilotlight:secret:HASH:1@@'),
    },
    { requiredKeys: ['name'] },
  );

const filesystem = (device: string): fc.Arbitrary<ButaneFilesystem> =>
  fc.record({
    device: fc.constant(`/dev/disk/by-id/${device}`),
    format: fc.constantFrom('xfs', 'ext4'),
    label: fc.constant(device.slice(0, 12)),
    path: fc.constant(`/var/lib/${device}`),
    wipe_filesystem: fc.boolean(),
    with_mount_unit: fc.boolean(),
  });

const disk = (device: string): fc.Arbitrary<ButaneDisk> =>
  fc.record({
    device: fc.constant(`/dev/disk/by-id/disk-${device}`),
    wipe_table: fc.boolean(),
    partitions: fc.constantFrom([], [{ number: 1, label: 'data', size_mib: 8192 }]),
  });

/** A list of elements, one for each of some distinct names. */
function named<T>(make: (each: string) => fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> {
  return fc.uniqueArray(name, { maxLength: most }).chain((names) => fc.tuple(...names.map(make)));
}

/** Configurations that Butane accepts without a warning, and that may be translated by parts. */
export const separableConfigs: fc.Arbitrary<Body> = fc.record(
  {
    kernel_arguments: fc.record(
      {
        should_exist: fc.uniqueArray(
          name.map((each) => `${each}=1,2`),
          { maxLength: 3 },
        ),
        should_not_exist: fc.constant(['quiet']),
      },
      { requiredKeys: [] },
    ),
    passwd: fc.record(
      { users: named(user, 2), groups: named((each) => fc.constant({ name: each, gid: 1234 }), 2) },
      { requiredKeys: [] },
    ),
    storage: fc.record(
      {
        files: named((each) => file(`/etc/file/${each}`), 6),
        directories: named((each) => directory(`/etc/dir/${each}`), 2),
        links: named((each) => link(`/etc/link/${each}`), 2),
        disks: named(disk, 1),
        filesystems: named(filesystem, 3),
      },
      { requiredKeys: [] },
    ),
    systemd: fc.record({ units: named(unit, 4) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
