import fc from 'fast-check';
import { partPath, releasePath } from '../../../src/deploy/paths.ts';
import type { Pointer, Seal, StorageState, StoredFolder } from '../../../src/deploy/plan/state.ts';
import type { AssetFile, AssetSet, WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import { assetContent } from '../../../src/deploy/seal.ts';
import { sha256 } from '../../../src/shared/digest.ts';
import { compareText } from '../../../src/shared/finding.ts';

/** A small world: some image sets, and releases that each need some of them. */
const file = (name: string, size: number | undefined): AssetFile => ({
  name,
  sha256: sha256(name),
  size,
  url: `https://images.test/${name}`,
});

export const coreos1: AssetSet = {
  kind: 'coreos',
  path: 'images/coreos/44.1/x86_64',
  files: [file('kernel-44.1', 15_000), file('rootfs-44.1', 900_000)],
};

export const coreos2: AssetSet = {
  kind: 'coreos',
  path: 'images/coreos/44.2/x86_64',
  files: [file('kernel-44.2', 16_000), file('rootfs-44.2', 910_000)],
};

/** Its install script is that of the next version too; nobody knows how big its images are. */
export const k3s1: AssetSet = {
  kind: 'k3s',
  path: 'k3s/v1.35.2+k3s1',
  files: [file('install.sh', 30_000), file('k3s-1', 70_000), file('airgap-1', undefined)],
};

export const k3s2: AssetSet = {
  kind: 'k3s',
  path: 'k3s/v1.35.3+k3s1',
  files: [file('install.sh', 30_000), file('k3s-2', 71_000)],
};

export const sets = [coreos1, coreos2, k3s1, k3s2];

export function release(name: string, assets: readonly AssetSet[]): WantedRelease {
  const files = [{ path: 'manifest.json', sha256: sha256(`manifest of ${name}`), size: 2_000 + name.length }];
  return { id: sha256(name), files, assets };
}

export const releases = [
  release('one', [coreos1]),
  release('two', [coreos1, k3s1]),
  release('three', [coreos2, k3s1]),
  release('four', [coreos2, k3s2]),
  release('five', [coreos1, coreos2, k3s2]),
  release('none', []),
];

export function releaseSeal(wanted: WantedRelease, sequence: number): Seal {
  return {
    kind: 'release',
    path: releasePath(wanted.id),
    content: wanted.id,
    files: wanted.files.length,
    bytes: wanted.files.reduce((sum, { size }) => sum + size, 0),
    sequence,
    assets: wanted.assets.map(({ path }) => path),
  };
}

export function assetSeal(set: AssetSet, sequence: number): Seal {
  const bytes = set.files.reduce((sum, { size }) => sum + (size ?? 50_000), 0);
  const { kind, path } = set;
  return { kind, path, content: assetContent(set), files: set.files.length, bytes, sequence, assets: [] };
}

export function storedFolder(seal: Seal): StoredFolder {
  return { kind: seal.kind, path: seal.path, seal };
}

export function storage(more: Partial<StorageState> = {}): StorageState {
  return {
    exists: true,
    pointer: undefined,
    pointerProblems: [],
    folders: [],
    parts: [],
    lock: undefined,
    journal: [],
    rate: undefined,
    mount: { point: '/mnt/usb', device: '/dev/sda1', fileSystem: 'ext4' },
    space: { totalBytes: 10_000_000_000, freeBytes: 5_000_000_000 },
    ...more,
    ...(more.folders === undefined
      ? {}
      : { folders: [...more.folders].sort((a, b) => compareText(a.path, b.path)) }),
  };
}

/** How a folder may lie on a storage: not at all, not whole, whole, or (an image set) whole with other content. */
const condition = fc.constantFrom('missing', 'unsealed', 'whole', 'whole', 'other');

const folders: fc.Arbitrary<StoredFolder[]> = fc
  .tuple(
    ...releases.map((each) => fc.tuple(fc.constant(each), condition, fc.nat(9))),
    fc.tuple(...sets.map((each) => fc.tuple(fc.constant(each), condition, fc.nat(9)))),
  )
  .map((drawn) => {
    const ofSets = drawn.at(-1) as [AssetSet, string, number][];
    const ofReleases = drawn.slice(0, -1) as [WantedRelease, string, number][];
    return [
      ...ofReleases.flatMap(([each, how, sequence]) => folderOf(releaseSeal(each, sequence), how)),
      ...ofSets.flatMap(([each, how, sequence]) => folderOf(assetSeal(each, sequence), how)),
    ];
  });

function folderOf(seal: Seal, how: string): StoredFolder[] {
  const { kind, path } = seal;
  if (how === 'missing') return [];
  if (how === 'unsealed') return [{ kind, path, seal: undefined }];
  return [
    {
      kind,
      path,
      seal: how === 'other' && kind !== 'release' ? { ...seal, content: sha256('other') } : seal,
    },
  ];
}

const parts = fc
  .subarray([...sets.flatMap(({ files }) => files.map(({ sha256 }) => sha256)), sha256('of nobody')])
  .chain((digests) =>
    fc.tuple(
      ...[...new Set(digests)].map((digest) =>
        fc.record({ path: fc.constant(partPath(digest)), size: fc.nat(1_000_000) }),
      ),
    ),
  );

const pointers = (stored: readonly StoredFolder[]): fc.Arbitrary<Pointer | undefined> => {
  const whole = releases
    .filter(({ id }) => stored.some(({ seal }) => seal?.content === id))
    .map(({ id }) => id);
  if (whole.length === 0) return fc.constant(undefined);
  return fc.option(
    fc.record({
      sequence: fc.integer({ min: 1, max: 20 }),
      release: fc.constantFrom(...whole),
      previous: fc.option(fc.constantFrom(...releases.map(({ id }) => id)), { nil: undefined }),
    }),
    { nil: undefined, freq: 6 },
  );
};

/** In static mode, what machines boot may have stayed behind the pointer, or be nothing. */
const bootFiles = (stored: readonly StoredFolder[]) =>
  fc.option(
    pointers(stored).map((pointer) => ({ bootFile: { release: pointer?.release } })),
    { nil: {} },
  );

/** Every storage that this world can have: the pointer, where there is one, names a release that is whole. */
export const anyStorage: fc.Arbitrary<StorageState> = folders.chain((stored) =>
  fc
    .record({
      pointer: pointers(stored),
      bootFile: bootFiles(stored),
      parts,
      freeBytes: fc.constantFrom(0, 500_000, 80_000_000, 5_000_000_000),
    })
    .map(({ pointer, bootFile, parts: uploads, freeBytes }) =>
      storage({
        ...bootFile,
        pointer,
        folders: stored,
        parts: uploads,
        space: { totalBytes: 6_000_000_000, freeBytes },
      }),
    ),
);
