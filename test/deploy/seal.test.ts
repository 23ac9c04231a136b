import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetSets, parseSums, sumsText } from '../../src/deploy/assets.ts';
import {
  digestOfPart,
  folderKind,
  k3sPath,
  partPath,
  releaseOfPath,
  releasePath,
} from '../../src/deploy/paths.ts';
import type { Seal } from '../../src/deploy/plan/state.ts';
import { recordLine } from '../../src/deploy/record.ts';
import { assetContent, parseSeal, sealText } from '../../src/deploy/seal.ts';
import type { ImageSet, K3sAssets } from '../../src/inventory/model/images.ts';
import { sha256 } from '../../src/shared/digest.ts';
import { assetSeal, coreos1, k3s1, release, releaseSeal } from './plan/sample.ts';

const two = releaseSeal(release('two', [coreos1, k3s1]), 7);

describe('a seal', () => {
  test('comes back as it was', () => {
    for (const seal of [
      two,
      releaseSeal(release('none', []), 0),
      assetSeal(coreos1, 1),
      assetSeal(k3s1, 2),
    ]) {
      expect(parseSeal(sealText(seal), seal.path)).toEqual(seal);
    }
  });

  test('is void in another folder, so that a copied one says nothing', () => {
    expect(parseSeal(sealText(two), releasePath(sha256('another')))).toBeUndefined();
    expect(parseSeal(sealText(assetSeal(coreos1, 1)), 'images/coreos/44.2/x86_64')).toBeUndefined();
  });

  test('is void cut off anywhere', () => {
    const text = sealText(two);
    for (let length = 0; length < text.length; length++) {
      expect(parseSeal(text.slice(0, length), two.path)).toBeUndefined();
    }
  });

  const fields = ['release', two.path, two.content, '1', '2003', '7', two.assets.join(',')];
  test.each([
    ['another kind', 0, 'k3s'],
    ['an unknown kind', 0, 'constructor'],
    ['another release', 2, sha256('another')],
    ['no digest', 2, 'x'],
    ['a negative number of files', 3, '-1'],
    ['a number that is not exact', 4, '9007199254740993'],
    ['a fraction', 5, '1.5'],
    ['an image set outside the storage', 6, '../../etc'],
    ['an image set that is a release', 6, releasePath(sha256('x'))],
    ['an empty name among its image sets', 6, `${coreos1.path},`],
  ])('is void with %s', (_name, index, field) => {
    expect(parseSeal(recordLine('seal', fields), two.path)).toEqual(two);
    expect(parseSeal(recordLine('seal', fields.with(index, field)), two.path)).toBeUndefined();
  });

  test('of an image set names no others', () => {
    const seal: Seal = { ...assetSeal(coreos1, 1), assets: [k3s1.path] };
    expect(parseSeal(sealText(seal), seal.path)).toBeUndefined();
  });

  test('is not seen in garbage, in whatever folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, path) => {
        expect(parseSeal(text, path)).toBeUndefined();
        expect(parseSeal(recordLine('seal', text.split(',')), path)).toBeUndefined();
      }),
    );
  });
});

describe('paths', () => {
  const id = sha256('one');

  test('are told apart', () => {
    expect(folderKind(releasePath(id))).toBe('release');
    expect(folderKind('images/coreos/44.1/aarch64')).toBe('coreos');
    expect(folderKind(k3sPath('v1.35.2+k3s1'))).toBe('k3s');
    for (const path of [
      '',
      'releases',
      `${releasePath(id)}/x`,
      partPath(id),
      'state/lock.1',
      'images/coreos/../x',
    ]) {
      expect(folderKind(path)).toBeUndefined();
    }
  });

  test('say which release, and which file', () => {
    expect(releaseOfPath(releasePath(id))).toBe(id);
    expect(digestOfPart(partPath(id))).toBe(id);
    for (const path of ['', 'releases/x', `${releasePath(id)}/`, `Releases/${id}`, partPath(id)]) {
      expect(releaseOfPath(path)).toBeUndefined();
    }
    for (const path of ['', `incoming/${id}.tmp!`, `incoming/x.part`, releasePath(id)]) {
      expect(digestOfPart(path)).toBeUndefined();
    }
  });
});

describe('the image sets of a release', () => {
  const locked = (name: string, more = {}) => ({
    name,
    url: `https://x.test/${name}`,
    sha256: sha256(name),
    ...more,
  });
  const image: ImageSet = {
    version: '44.1',
    stream: 'stable',
    architecture: 'x86_64',
    kernel: locked('kernel', { size: 5 }),
    initramfs: { ...locked('initramfs'), sha256: sha256('initramfs').toUpperCase() },
    rootfs: locked('rootfs'),
  };
  const k3s = (architecture: 'x86_64' | 'aarch64', ...names: string[]): K3sAssets => ({
    version: 'v1.35.2+k3s1',
    architecture,
    files: names.map((name) => locked(name)),
  });

  test('are folders of files by name, the architectures of K3s in one', () => {
    const sets = assetSets(
      [image, { ...image, metalImage: locked('metal.raw.xz') }],
      [k3s('x86_64', 'k3s', 'install.sh'), k3s('aarch64', 'k3s-arm64', 'install.sh')],
    );
    expect(sets.map(({ kind, path, files }) => [kind, path, ...files.map(({ name }) => name)])).toEqual([
      ['coreos', 'images/coreos/44.1/x86_64', 'initramfs', 'kernel', 'rootfs'],
      ['coreos', 'images/coreos/44.1/x86_64-metal', 'metal.raw.xz'],
      ['k3s', 'k3s/v1.35.2+k3s1', 'install.sh', 'k3s', 'k3s-arm64'],
    ]);
    expect(sets[0]?.files[1]).toEqual({
      name: 'kernel',
      sha256: sha256('kernel'),
      size: 5,
      url: 'https://x.test/kernel',
    });
    expect(sets[0]?.files[0]?.sha256).toBe(sha256('initramfs'));
  });

  test('have the signature of a metal image beside it, under the name that the installer asks for', () => {
    const metalImage = {
      ...locked('metal.raw.xz'),
      signature: 'https://x.test/other.asc',
      signatureSha256: sha256('signature'),
      signatureSize: 566,
    };
    const [booted, metal, ...more] = assetSets([{ ...image, metalImage }]);
    expect(booted).toEqual(assetSets([image])[0]);
    expect(metal?.files.at(1)).toEqual({
      name: 'metal.raw.xz.sig',
      sha256: sha256('signature'),
      size: 566,
      url: 'https://x.test/other.asc',
    });
    expect(more).toEqual([]);
  });

  test('have a SHA256SUMS that says the same of the same files, in whatever order', () => {
    const text = sumsText(coreos1);
    expect(text).toMatch(/^[0-9a-f]{64} {2}kernel-44\.1\n[0-9a-f]{64} {2}rootfs-44\.1\n$/);
    expect(assetContent({ ...coreos1, files: coreos1.files.toReversed() })).toBe(sha256(text));
    expect(parseSums(text)).toEqual(new Map(coreos1.files.map(({ name, sha256 }) => [name, sha256])));
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -1)],
    ['with a name twice', (text: string) => text + text],
    ['with a path that leaves its folder', (text: string) => text.replace('kernel', '../kernel')],
    ['with a name that is the seal', (text: string) => text.replace('kernel-44.1', 'sealed')],
    ['of binary mode', (text: string) => text.replace('  ', ' *')],
    ['with a short hash', (text: string) => text.slice(1)],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with an empty line', (text: string) => `${text}\n`],
  ])('have one that is void %s', (_name, change) => {
    expect(parseSums(change(sumsText(coreos1)))).toBeUndefined();
  });
});
