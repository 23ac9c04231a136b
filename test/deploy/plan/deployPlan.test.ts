import { describe, expect, test } from 'vitest';
import { partPath, releasePath } from '../../../src/deploy/paths.ts';
import { planCollection, planDeploy } from '../../../src/deploy/plan/deployPlan.ts';
import { changesAnything, type DeployPlan, type PlannedChange } from '../../../src/deploy/plan/plan.ts';
import type { StorageState, StoredFolder } from '../../../src/deploy/plan/state.ts';
import { leastFree } from '../../../src/deploy/plan/totals.ts';
import type { AssetSet, WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import { sha256, shortDigest } from '../../../src/shared/digest.ts';
import {
  assetSeal,
  coreos1,
  coreos2,
  k3s1,
  k3s2,
  release,
  releaseSeal,
  storage,
  storedFolder,
} from './sample.ts';

const one = release('one', [coreos1]);
const two = release('two', [coreos1, k3s1]);
const three = release('three', [coreos2, k3s2]);

const stored = (wanted: WantedRelease, sequence: number): StoredFolder =>
  storedFolder(releaseSeal(wanted, sequence));
const images = (set: AssetSet): StoredFolder => storedFolder(assetSeal(set, 1));

const deploy = (state: StorageState, wanted: WantedRelease, keepReleases = 5): DeployPlan =>
  planDeploy({ target: 'router', state, wanted, keepReleases });

/** A plan in a few words. */
const told = ({ changes }: DeployPlan) => changes.map(line);

function line(change: PlannedChange): string {
  if (change.action === 'switch')
    return `switch to ${change.to === one.id ? 'one' : change.to === two.id ? 'two' : 'three'}`;
  if (change.action === 'write')
    return `write ${change.path}: release ${[one, two].find(({ id }) => id === change.release) === one ? 'one' : 'two'}`;
  const name = [one, two, three].reduce(
    (path, { id }, at) => path.replace(id, ['one', 'two', 'three'][at] ?? ''),
    change.path,
  );
  return `${change.action} ${name}${change.action === 'upload' ? '' : `: ${change.reason}`}`;
}

test('an empty storage gets the image sets, then the release, then is switched', () => {
  const plan = deploy(storage({ exists: false }), two);
  expect(plan.changes).toEqual([
    { action: 'upload', kind: 'coreos', path: coreos1.path, files: 2, bytes: 915_000, resumed: 0 },
    { action: 'upload', kind: 'k3s', path: k3s1.path, files: 3, bytes: 100_000, resumed: 0 },
    { action: 'upload', kind: 'release', path: releasePath(two.id), files: 1, bytes: 2_003, resumed: 0 },
    { action: 'switch', from: null, to: two.id },
  ]);
  expect(plan).toMatchObject({ schemaVersion: 1, target: 'router', release: two.id, base: null });
});

test('the next release keeps what both need, and what was current to roll back to', () => {
  const pointer = { sequence: 4, release: one.id, previous: undefined };
  const state = storage({ pointer, folders: [images(coreos1), stored(one, 4)] });
  const plan = deploy(state, two);
  expect(told(plan)).toEqual([
    'keep releases/one: current until the switch, then previous',
    `keep ${coreos1.path}: needed by release ${shortDigest(two.id)} and 1 more`,
    `upload ${k3s1.path}`,
    'upload releases/two',
    'switch to two',
  ]);
  expect(plan.base).toEqual(pointer);
});

test('nothing to do is nothing but what is kept, each with its reason', () => {
  const folders = [
    images(coreos1),
    images(coreos2),
    images(k3s1),
    images(k3s2),
    stored(one, 3),
    stored(two, 1),
    stored(three, 4),
  ];
  const plan = deploy(
    storage({ pointer: { sequence: 5, release: one.id, previous: two.id }, folders }),
    one,
    2,
  );
  expect(told(plan).sort()).toEqual(
    [
      'keep releases/one: current',
      'keep releases/two: previous',
      'keep releases/three: one of the newest 2',
      `keep ${coreos1.path}: needed by release ${shortDigest(one.id)} and 1 more`,
      `keep ${coreos2.path}: needed by release ${shortDigest(three.id)}`,
      `keep ${k3s1.path}: needed by release ${shortDigest(two.id)}`,
      `keep ${k3s2.path}: needed by release ${shortDigest(three.id)}`,
    ].sort(),
  );
  expect(changesAnything(plan)).toBe(false);
});

test('a release that is whole but not current is only switched to', () => {
  const folders = [images(coreos1), images(k3s1), stored(one, 3), stored(two, 4)];
  const plan = deploy(storage({ pointer: { sequence: 5, release: two.id, previous: one.id }, folders }), one);
  expect(
    told(plan).filter((each) => !each.startsWith('keep images') && !each.startsWith('keep k3s')),
  ).toEqual(
    expect.arrayContaining([
      'keep releases/one: wanted',
      'keep releases/two: current until the switch, then previous',
      'switch to one',
    ]),
  );
  expect(plan.totals.uploadBytes).toBe(0);
});

test('an image set that is whole with other content is looked at again', () => {
  const other = { ...assetSeal(coreos1, 1), content: sha256('other') };
  const state = storage({
    pointer: { sequence: 1, release: one.id, previous: undefined },
    folders: [storedFolder(other), stored(one, 1)],
  });
  expect(told(deploy(state, one))).toEqual(['keep releases/one: current', `upload ${coreos1.path}`]);
});

describe('what is gone on from', () => {
  const [kernel, rootfs] = coreos1.files;
  const parts = (...sizes: [name: string, size: number][]) =>
    sizes.map(([name, size]) => ({ path: partPath(sha256(name)), size }));
  const resumed = (plan: DeployPlan) =>
    plan.changes.flatMap((change) =>
      change.action === 'upload' && change.kind !== 'release' ? [change.resumed] : [],
    );

  test('uploads that did not end', () => {
    const plan = deploy(storage({ parts: parts(['rootfs-44.1', 400_000], ['kernel-44.1', 15_000]) }), one);
    expect(resumed(plan)).toEqual([415_000]);
    expect(plan.totals.uploadBytes).toBe(500_000 + 2_003);
  });

  test('not those that have more bytes than their file', () => {
    expect(resumed(deploy(storage({ parts: parts(['rootfs-44.1', 900_001]) }), one))).toEqual([0]);
  });

  test('not those of a file whose size nobody knows', () => {
    expect(resumed(deploy(storage({ parts: parts(['airgap-1', 5]) }), two))).toEqual([0, 0]);
  });

  test('each by one image set alone', () => {
    const both = release('two', [k3s1, k3s2]);
    expect(resumed(deploy(storage({ parts: parts(['install.sh', 20_000]) }), both))).toEqual([20_000, 0]);
  });

  test('files that are there already, all of them, in a folder that is not whole', () => {
    const present = new Map([
      [`${coreos1.path}/${kernel?.name}`, 15_000],
      [`${coreos1.path}/${rootfs?.name}`, 899_999],
    ]);
    const plan = planDeploy({ target: 'router', state: storage(), wanted: one, keepReleases: 5, present });
    expect(resumed(plan)).toEqual([15_000]);
  });
});

describe('garbage', () => {
  const pointer = { sequence: 9, release: one.id, previous: undefined };
  const parts = [
    { path: partPath(sha256('of nobody')), size: 7 },
    { path: partPath(sha256('rootfs-44.1')), size: 9 },
  ];
  const unsealed: StoredFolder = { kind: 'release', path: releasePath(sha256('half')), seal: undefined };
  const folders = [
    images(coreos1),
    images(coreos2),
    images(k3s2),
    stored(one, 9),
    stored(three, 2),
    unsealed,
  ];

  const deletes = (plan: DeployPlan) =>
    plan.changes.flatMap((change) => (change.action === 'delete' ? [change] : []));

  test('goes after the switch: releases, then the image sets that they needed, then uploads', () => {
    const plan = deploy(storage({ pointer, folders, parts }), two, 2);
    expect(plan.changes.findIndex(({ action }) => action === 'delete')).toBeGreaterThan(
      plan.changes.findIndex(({ action }) => action === 'switch'),
    );
    expect(deletes(plan).map(({ kind }) => kind)).toEqual([
      'release',
      'release',
      'coreos',
      'k3s',
      'upload',
      'upload',
    ]);
    const reasons = new Map(deletes(plan).map(({ path, reason, bytes }) => [path, [reason, bytes]]));
    expect(reasons.get(unsealed.path)).toEqual(['not whole, and not wanted', null]);
    expect(reasons.get(releasePath(three.id))).toEqual(['not one of the newest 2', 2_005]);
    expect(reasons.get(coreos2.path)).toEqual(['no release that is kept needs it', 926_000]);
    expect(reasons.get(parts[0]?.path ?? '')).toEqual(['nothing that is wanted needs it', 7]);
  });

  test('goes before the uploads where space is short', () => {
    const short = { totalBytes: 1e9, freeBytes: 64 * 1024 ** 2 };
    const actions = (state: StorageState) => deploy(state, two, 2).changes.map(({ action }) => action);
    expect(actions(storage({ pointer, folders, parts, space: short })).join(' ')).toMatch(
      /^(keep )+(delete )+upload upload switch$/,
    );
    const enough = { totalBytes: 1e9, freeBytes: short.freeBytes + 1e6 };
    expect(actions(storage({ pointer, folders, parts, space: enough })).join(' ')).toMatch(
      /^(keep )+upload upload switch( delete)+$/,
    );
  });

  test('that is whole waits for the switch where the pointer cannot be read, even if space is short', () => {
    const plan = deploy(storage({ folders, parts, space: { totalBytes: 1e9, freeBytes: 0 } }), two, 1);
    const upload = plan.changes.findIndex(({ action }) => action === 'upload');
    const early = plan.changes
      .slice(0, upload)
      .flatMap((change) => (change.action === 'delete' ? [change.path] : []));
    expect(early).toEqual([unsealed.path, ...parts.map(({ path }) => path)]);
    expect(deletes(plan)).toHaveLength(7);
  });

  test('is not an image set that is not whole while a release that stays needs it', () => {
    const broken: StoredFolder = { kind: 'coreos', path: coreos1.path, seal: undefined };
    const state = storage({ pointer, folders: [broken, stored(one, 9)] });
    const reason = `needed by release ${shortDigest(one.id)}, though it is not whole`;
    const keep = { action: 'keep', kind: 'coreos', path: coreos1.path, bytes: 0, reason };
    expect(deploy(state, release('none', [])).changes).toContainEqual(keep);
    expect(planCollection({ target: 'router', state, keepReleases: 1 })?.changes).toContainEqual(keep);
  });
});

describe('a collection', () => {
  test('takes nothing from a storage that points to no release', () => {
    const state = storage({ folders: [stored(one, 1), images(coreos2)] });
    expect(planCollection({ target: 'router', state, keepReleases: 1 })).toBeUndefined();
  });

  test('counts the current release among those that are kept', () => {
    const folders = [stored(one, 3), stored(two, 2), stored(three, 1)];
    const state = storage({ pointer: { sequence: 3, release: one.id, previous: undefined }, folders });
    const plan = planCollection({ target: 'router', state, keepReleases: 2 });
    expect(
      plan &&
        told(plan)
          .filter((each) => each.includes('releases/'))
          .sort(),
    ).toEqual([
      'delete releases/three: not one of the newest 2',
      'keep releases/one: current',
      'keep releases/two: one of the newest 2',
    ]);
  });
});

describe('time and space', () => {
  test('come from the rate of the last upload, and from what the target says', () => {
    expect(deploy(storage({ rate: 1_000 }), one).totals).toMatchObject({
      uploadBytes: 917_003,
      uploadSeconds: 918,
    });
    expect(deploy(storage(), one).totals.uploadSeconds).toBeNull();
    expect(deploy(storage({ space: undefined }), one).totals).toMatchObject({
      freeBytes: null,
      freeBytesAfter: null,
    });
  });
});

test('the least that uploads leave free is told whatever is deleted between and after them', () => {
  const upload = (bytes: number): PlannedChange => ({
    action: 'upload',
    kind: 'k3s',
    path: k3s1.path,
    files: 1,
    bytes,
    resumed: 1,
  });
  const remove: PlannedChange = { action: 'delete', kind: 'k3s', path: k3s2.path, bytes: 50, reason: '' };
  expect(leastFree(100, [upload(31), remove, upload(11), remove])).toBe(70);
  expect(leastFree(0, [remove, upload(21), remove])).toBe(30);
  expect(leastFree(0, [remove])).toBe(Number.POSITIVE_INFINITY);
});
