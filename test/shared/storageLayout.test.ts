import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contentPathFault,
  journalPath,
  lockFolder,
  slotPaths,
  storagePathFault,
  storagePathKind,
  unpackedPathFault,
} from '../../src/shared/storageLayout.ts';

const id = 'a'.repeat(64);

describe('what a path of the storage is', () => {
  test.each([
    [`releases/${id}`, 'folder'],
    ['images/coreos/44.20260707.3.1/x86_64', 'folder'],
    ['k3s/v1.35.2+k3s1', 'folder'],
    [`releases/${id}/nodes/lenovo1.lab.test/config.ign`, 'file'],
    ['images/coreos/44.20260707.3.1/x86_64/fedora-coreos-44-live-rootfs.x86_64.img', 'file'],
    ['k3s/v1.35.2+k3s1/SHA256SUMS', 'file'],
    [`incoming/${id}.part`, 'part'],
    ['cgi-bin', 'served'],
    ['tftp', 'served'],
    ['tftp/armed-52-54-00-12-34-56.ipxe', 'arming'],
    ['state/reimage', 'reimage'],
  ])('%s is a %s', (path, kind) => {
    expect(storagePathKind(path)).toBe(kind);
    expect(storagePathFault(path)).toBeUndefined();
  });

  test.each([
    '',
    '/',
    '.',
    '..',
    'releases',
    'releases/',
    `releases/${id}/`,
    `releases/${id}x`,
    `releases/${id.toUpperCase()}`,
    `/releases/${id}`,
    `./releases/${id}`,
    `releases/${id}/../..`,
    `releases/${id}/../../state/current.a`,
    `releases/${id}//x`,
    `releases/${id}/sealed`,
    `releases/${id}/SEALED`,
    `releases/${id}\n`,
    `releases/${id}/x\0`,
    'images',
    'images/coreos',
    'images/coreos/44',
    'images/coreos/../x86_64',
    'images/coreos/44/..',
    'k3s',
    'k3s/..',
    'k3s/.',
    'k3s/.hidden',
    'k3s/v1 x',
    "k3s/v1';reboot;'",
    'k3s/v1/sealed',
    `k3s/v1/${'a/'.repeat(300)}a`,
    'incoming',
    'incoming/served',
    'cgi-bin/gate',
    'tftp/',
    'tftp/boot.ipxe',
    'tftp/armed-.ipxe',
    'tftp/armed-52-54-00-12-34-56.ipxe/x',
    'tftp/armed-52-54-00-12-34-5G.ipxe',
    'TFTP',
    `incoming/${id}`,
    `incoming/../incoming/${id}.part`,
    `incoming/${id}.part/x`,
    lockFolder(3),
    journalPath,
    ...slotPaths,
    'state/reimage/run.a',
    'state/reimage/',
    'etc/passwd',
  ])('%j may be neither written nor removed', (path) => {
    expect(storagePathKind(path)).toBeUndefined();
    expect(storagePathFault(path)).toBe('it is no path of the storage that may be written or removed');
  });

  test('an operation says which kinds it takes', () => {
    expect(storagePathFault(`incoming/${id}.part`, ['folder', 'part'])).toBeUndefined();
    expect(storagePathFault('k3s/v1/k3s', ['folder', 'part'])).toBe(
      'it is a file, and not a folder or a part',
    );
    expect(storagePathFault('tftp', ['folder'])).toBe('it is a folder that is served, and not a folder');
  });

  test('no path that may be written leaves its folder, whatever it is made of', () => {
    const start = fc.constantFrom(
      '',
      'cgi-bin',
      'tftp/',
      `releases/${id}/`,
      'images/coreos/44/',
      'k3s/',
      'k3s/v1/',
      'incoming/',
    );
    const word = fc.constantFrom('..', '.', '', 'sealed', `${id}.part`, 'x', '\n', '-rf', '~', 'state');
    fc.assert(
      fc.property(start, fc.array(fc.oneof(word, fc.string()), { maxLength: 4 }), (folder, words) => {
        const path = folder + words.join('/');
        if (storagePathKind(path) === undefined) return;
        expect(new URL(path, 'file:///root/').pathname).toBe(`/root/${path}`);
        expect(path).toMatch(/^((releases|images\/coreos|k3s|incoming)\/[\w./+-]+|cgi-bin|tftp)$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what may be put into a folder', () => {
  test('no folder into one that is served, as its files are put in place one by one', () => {
    expect(unpackedPathFault('tftp', 'snponly.efi')).toBeUndefined();
    expect(unpackedPathFault('tftp', 'a/snponly.efi')).toBe('tftp has no folders in it');
    expect(unpackedPathFault('tftp', '..')).toMatch(/^it has a part/);
    expect(unpackedPathFault('k3s/v1', 'a/b')).toBeUndefined();
  });

  test('its seal may not, however it is written: vfat does not tell them apart', () => {
    for (const path of ['sealed', 'Sealed', 'SEALED', 'sealed/x']) {
      expect(contentPathFault(path)).toBe('it would take the place of the seal');
    }
    expect(contentPathFault('nodes/sealed')).toBeUndefined();
    expect(contentPathFault('sealed.txt')).toBeUndefined();
  });

  test.each(['', '/x', 'x/', 'a//b', '../x', 'a/../b', 'a/./b', 'a b', 'a\\b', 'x.', 'a\n', 'ü', '.git'])(
    '%j may not',
    (path) => {
      expect(contentPathFault(path)).toMatch(/^it has a part that is empty, hidden/);
    },
  );
});
