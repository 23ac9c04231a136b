import { describe, expect } from 'vitest';
import type { LockHandle, Storage } from '../../../../src/ports/storage.ts';
import { sha256 } from '../../../../src/shared/digest.ts';
import { Failure } from '../../../../src/shared/failure.ts';
import {
  imageSet,
  locked,
  noise,
  type OpenPlace,
  part,
  plant,
  release,
  snapshot,
  source,
  stream,
} from './place.ts';

const content = noise(100);

const outside = [
  '',
  '.',
  '..',
  '/',
  '/etc/passwd',
  '/tmp',
  '../..',
  'state',
  'state/current.a',
  'state/lock.1',
  'releases',
  'releases/',
  'releases/..',
  'releases/.',
  'releases/short',
  `releases/../state`,
  `${release}/..`,
  `${release}/../../state`,
  `${release}/`,
  `./${release}`,
  `/${release}`,
  `${release}\n`,
  `${release} `,
  'images',
  'images/coreos',
  'images/coreos/44.1.1.1',
  'images/coreos/../..',
  'images/coreos/a b/x86_64',
  "k3s/it's",
  'k3s/$(touch pwned)',
  'k3s/`id`',
  'k3s/a\nb',
  'k3s/a\0b',
  'k3s',
  'incoming',
  'incoming/served',
  'cgi-bin/',
  'cgi-bin/gate',
  'tftp/..',
  'incoming/../state.part',
  'incoming/x.part',
  `incoming/${sha256('x')}`,
  '-rf',
  '*',
  'releases/*',
];

/** Each operation that takes a folder, and may not take these. */
const takesFolder: Readonly<
  Record<string, (storage: Storage, handle: LockHandle, path: string) => Promise<unknown>>
> = {
  remove: (storage, handle, path) => storage.remove(handle, path),
  unpack: (storage, handle, path) => storage.unpack(handle, path, stream({ one: '1' })),
  seal: (storage, handle, path) => storage.seal(handle, path, 'seal\n'),
  unseal: (storage, handle, path) => storage.unseal(handle, path),
};

/** Nothing is written outside of what a storage holds. */
export function pathContract(open: OpenPlace): void {
  describe('paths', () => {
    for (const [name, act] of Object.entries(takesFolder)) {
      locked(open, `${name} refuses what is no folder of the storage`, async ({ storage, root }, handle) => {
        await storage.unpack(handle, release, stream({ one: '1' }));
        const before = await snapshot(root);
        const served = name === 'unpack' ? [] : ['cgi-bin', 'tftp', 'tftp/boot.ipxe', 'cgi-bin/gate'];
        for (const path of [...outside, ...served, `${release}/nodes`]) {
          await expect(act(storage, handle, path), JSON.stringify(path)).rejects.toThrow(Failure);
        }
        expect(await snapshot(root)).toEqual(before);
      });
    }

    locked(
      open,
      'append refuses what is no upload, settle what is no file',
      async ({ storage, root }, handle) => {
        await storage.append(handle, part(content), { offset: 0, length: 100 }, source(content));
        await storage.unpack(handle, release, stream({ one: '1' }));
        const before = await snapshot(root);
        for (const path of [...outside, release, `${imageSet}/kernel`]) {
          const slice = { offset: 0, length: 10 };
          const appended = storage.append(handle, path, slice, source(content));
          await expect(appended, JSON.stringify(path)).rejects.toThrow(Failure);
          const settled = storage.settle(handle, path, `${imageSet}/kernel`);
          await expect(settled, JSON.stringify(path)).rejects.toThrow(Failure);
        }
        for (const path of [
          ...outside,
          release,
          `${release}/sealed`,
          `${imageSet}/../kernel`,
          part('other'),
        ]) {
          const settled = storage.settle(handle, part(content), path);
          await expect(settled, JSON.stringify(path)).rejects.toThrow(Failure);
        }
        expect(await snapshot(root)).toEqual(before);
      },
    );

    locked(
      open,
      'unpack refuses files that would leave the folder, or be its seal',
      async (place, handle) => {
        const { storage, root } = place;
        await plant(root, 'state/current.a', 'pointer');
        const before = await snapshot(root);
        for (const path of [
          '',
          '..',
          '../x',
          'a/../../x',
          '/tmp/x',
          'a//b',
          './a',
          'a/',
          'sealed',
          'a\nb',
          'a b',
          'a\0b',
        ]) {
          const unpacked = storage.unpack(handle, release, stream({ [path]: 'x' }));
          await expect(unpacked, JSON.stringify(path)).rejects.toThrow(Failure);
        }
        const left = (await snapshot(root)).filter((line) => !['releases/', `${release}/`].includes(line));
        expect(left).toEqual(before.filter((line) => line !== 'releases/'));
      },
    );

    locked(open, 'questions are about what is in the storage', async ({ storage, root }) => {
      await plant(root, `../outside`, 'secret');
      await plant(root, `${release}/one`, '1');
      for (const path of ['../outside', '/etc/hostname', `${release}/../../../outside`, '']) {
        await expect(storage.read(path), path).rejects.toThrow(Failure);
      }
      const digest = sha256('secret');
      for (const path of ['../../../outside', '/etc/hostname', '../x', '']) {
        await expect(storage.mismatches(release, new Map([[path, digest]])), path).rejects.toThrow(Failure);
        await expect(storage.sizes(release, [path]), path).rejects.toThrow(Failure);
      }
      await expect(storage.mismatches('..', new Map([['outside', digest]]))).rejects.toThrow(Failure);
      await expect(storage.sizes('..', ['outside'])).rejects.toThrow(Failure);
    });
  });
}
