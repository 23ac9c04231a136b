import { describe, expect, test } from 'vitest';
import { planDeploy } from '../../src/deploy/plan/deployPlan.ts';
import type { StorageState } from '../../src/deploy/plan/state.ts';
import type { AssetSet } from '../../src/deploy/plan/wanted.ts';
import { planProblems, surveyNotes, surveyProblems } from '../../src/deploy/preflight.ts';
import { sha256 } from '../../src/shared/digest.ts';
import { assetSeal, coreos1, k3s1, release, releaseSeal, storage, storedFolder } from './plan/sample.ts';
import { survey } from './survey.ts';

const required = { mount: 'required', storage: '/mnt/usb' } as const;
const any = { mount: 'any', storage: '/srv' } as const;
const mount = (more: object) =>
  survey({ mount: { device: '/dev/sda1', point: '/mnt/usb', fileSystem: 'ext4', readOnly: false, ...more } });
const messages = (problems: readonly { message: string }[]) => problems.map(({ message }) => message);

describe('a storage that has to be mounted', () => {
  test('has no problems when it is', () => {
    expect(surveyProblems(survey(), required)).toEqual([]);
    for (const fileSystem of ['vfat', 'exfat', 'fuseblk', 'f2fs', 'odd']) {
      expect(surveyProblems(mount({ fileSystem }), required)).toEqual([]);
    }
  });

  test.each([
    [survey({ mount: undefined }), 'nothing is mounted at /mnt/usb'],
    [
      mount({ point: '/', fileSystem: 'overlay' }),
      '/mnt/usb is not a mount point: it is a folder of the file system at / (overlay)',
    ],
    [
      mount({ point: '/mnt/usb2' }),
      '/mnt/usb is not a mount point: it is a folder of the file system at /mnt/usb2 (ext4)',
    ],
    [
      mount({ fileSystem: 'tmpfs' }),
      "what is mounted at /mnt/usb is the router's own flash or memory (tmpfs), and nothing is written there",
    ],
    [mount({ readOnly: true }), 'the storage at /mnt/usb is mounted read-only'],
  ])('%#: %s', (each, message) => {
    const problems = surveyProblems(each, required);
    expect(messages(problems)).toEqual([message]);
    expect(problems[0]?.next).toMatch(/mount it/);
  });

  test.each(['overlay', 'squashfs', 'jffs2', 'ubifs', 'tmpfs', 'ramfs', 'rootfs'])(
    'is not %s',
    (fileSystem) => {
      expect(surveyProblems(mount({ fileSystem }), required)).toHaveLength(1);
    },
  );
});

test('a folder of this machine may be anywhere, but not read-only', () => {
  expect(surveyProblems(survey({ mount: undefined }), any)).toEqual([]);
  expect(surveyProblems(mount({ fileSystem: 'tmpfs', point: '/' }), any)).toEqual([]);
  expect(surveyProblems(mount({ readOnly: true }), any)).toHaveLength(1);
});

describe('commands that are missing', () => {
  const lacking = (missingCommands: string[], name: string, packageManager: 'opkg' | 'apk' | undefined) =>
    surveyProblems(
      survey({ missingCommands, system: { ...survey().system, name, packageManager } }),
      required,
    );

  test.each([
    ['OpenWrt 24.10.2', 'opkg', 'install them on it: opkg update && opkg install coreutils-sha256sum tar'],
    ['OpenWrt SNAPSHOT', 'apk', 'install them on it: apk update && apk add coreutils-sha256sum tar'],
    ['Alpine Linux v3.22', 'apk', 'install them on it: apk update && apk add coreutils tar'],
    ['Debian GNU/Linux 12', undefined, 'install coreutils, tar'],
  ] as const)('%s', (name, manager, next) => {
    expect(lacking(['tar', 'sha256sum'], name, manager)).toEqual([
      { message: 'the target lacks commands that a deploy needs: sha256sum, tar', next },
    ]);
  });

  test('that no package has', () => {
    expect(lacking(['toString', 'fsync'], 'OpenWrt', 'opkg')[0]?.next).toBe(
      'install a busybox that has fsync, toString',
    );
  });
});

describe('a plan', () => {
  const wanted = release('two', [coreos1]);
  const problems = (more: {
    state?: StorageState;
    sets?: AssetSet[];
    fileSystem?: string;
    freeBytes?: number;
    reserveBytes?: number;
    absent?: ReadonlySet<string>;
  }) => {
    const each = release('two', more.sets ?? [coreos1]);
    const space = { totalBytes: 8e9, freeBytes: more.freeBytes ?? 6e9 };
    const plan = planDeploy({
      target: 'x',
      state: more.state ?? storage({ space }),
      wanted: each,
      keepReleases: 1,
    });
    const at = { ...mount({ fileSystem: more.fileSystem ?? 'ext4' }), space };
    return planProblems(plan, at, each, {
      reserveBytes: more.reserveBytes ?? 1000,
      ...(more.absent === undefined ? {} : { absent: more.absent }),
    });
  };

  test('that fits has no problems', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ freeBytes: 915_000 + 2_003 + 1000 })).toEqual([]);
  });

  test('needs space, with a reserve', () => {
    const [problem] = problems({ freeBytes: 915_000 + 2_003 + 999 });
    expect(problem?.message).toMatch(/^the storage has 0\.9 MiB free: too little for 0\.9 MiB to upload/);
    expect(problems({ freeBytes: 0, reserveBytes: 0 })).toHaveLength(1);
  });

  test('is not helped by what is deleted after the uploads', () => {
    const old = { ...assetSeal(k3s1, 1), bytes: 5e9 };
    const pointed = { pointer: undefined, folders: [storedFolder(old)] };
    const state = storage({ ...pointed, space: { totalBytes: 8e9, freeBytes: 100 } });
    expect(problems({ state, freeBytes: 100 })).toHaveLength(1);
    const current = releaseSeal(release('none', []), 1);
    const pointer = { sequence: 1, release: current.content, previous: undefined };
    const early = storage({ ...state, pointer, folders: [storedFolder(old), storedFolder(current)] });
    expect(problems({ state: early, freeBytes: 100 })).toEqual([]);
  });

  test('with nothing to upload needs no space', () => {
    const folders = [storedFolder(releaseSeal(wanted, 1)), storedFolder(assetSeal(coreos1, 1))];
    const space = { totalBytes: 8e9, freeBytes: 0 };
    expect(problems({ state: storage({ folders, space }), freeBytes: 0 })).toEqual([]);
  });

  test('names image files that are nowhere, with where to get them', () => {
    const path = `${k3s1.path}/airgap-1`;
    const text = `an image file is neither on the storage nor in the folder of image files:\n  ${path}\n    https://images.test/airgap-1\n    sha256 ${sha256('airgap-1')}`;
    expect(messages(problems({ sets: [k3s1] }))).toEqual([text]);
    expect(messages(problems({ sets: [k3s1], absent: new Set([path]) }))).toEqual([text]);
    expect(problems({ sets: [k3s1], absent: new Set() })).toEqual([]);
    const two = new Set(coreos1.files.map(({ name }) => `${coreos1.path}/${name}`));
    expect(problems({ absent: two })[0]?.message).toMatch(/^2 image files are neither/);
  });

  test.each(['vfat', 'msdos'])('puts no file of 4 GiB on %s', (fileSystem) => {
    const file = (size: number) => ({
      name: 'metal.raw',
      sha256: sha256('metal'),
      size,
      url: 'https://x.test/',
    });
    const sets = (size: number) => [{ ...coreos1, files: [file(size)] }];
    expect(problems({ sets: sets(4 * 1024 ** 3 - 1), fileSystem })).toEqual([]);
    expect(messages(problems({ sets: sets(4 * 1024 ** 3), fileSystem }))).toEqual([
      `${fileSystem} takes no file of 4 GiB or more: ${coreos1.path}/metal.raw`,
    ]);
    expect(problems({ sets: sets(4 * 1024 ** 3), fileSystem: 'ext4' })).toEqual([]);
  });
});

describe('notes', () => {
  const clock = (seconds: number) => surveyNotes(survey({ system: { ...survey().system, clock: seconds } }));

  test('none are none', () => {
    expect(surveyNotes(survey())).toEqual([]);
    expect(surveyNotes(survey({ mount: undefined }))).toEqual([]);
  });

  test('tell of file systems that can do less', () => {
    for (const fileSystem of ['vfat', 'exfat', 'fuseblk', 'odd']) {
      expect(surveyNotes(mount({ fileSystem }))).toEqual([
        expect.stringMatching(new RegExp(`^${fileSystem} `)),
      ]);
    }
  });

  test('tell of a clock that was never set, whatever it says', () => {
    expect(clock(0)).toEqual([expect.stringContaining("the target's clock is wrong (it says 1970)")]);
    expect(clock(1_704_067_199)).toHaveLength(1);
    expect(clock(1_704_067_200)).toEqual([]);
    expect(clock(-1e300)).toEqual([expect.stringContaining('it says no time')]);
  });
});
