import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import {
  ask,
  imageSet,
  k3sSet,
  locked,
  noise,
  type OpenPlace,
  part,
  plant,
  release,
  source,
  stream,
} from './place.ts';

/** What says that a folder is whole, and what goes with it. */
export function sealContract(open: OpenPlace): void {
  describe('seals', () => {
    locked(open, 'are written, replaced and taken; each said twice', async ({ storage }, handle) => {
      await storage.unpack(handle, imageSet, stream({ SHA256SUMS: 'sums' }));
      const seal = async () => (await ask(storage)).folders;
      for (const text of ['the first, and a longer one\n', 'second\n', 'second\n']) {
        await storage.seal(handle, imageSet, text);
        expect(await seal()).toEqual([{ path: imageSet, seal: text }]);
      }
      for (const _ of [1, 2]) {
        await storage.unseal(handle, imageSet);
        expect(await seal()).toEqual([{ path: imageSet, seal: undefined }]);
      }
    });

    locked(open, 'are not written where there is no folder', async ({ storage }, handle) => {
      await expect(storage.seal(handle, release, 'seal\n')).rejects.toThrow();
      expect((await ask(storage)).folders).toEqual([]);
      await storage.unseal(handle, release);
    });

    locked(open, 'stay when files are put beside them', async ({ storage }, handle) => {
      await storage.unpack(handle, release, stream({ one: '1' }));
      await storage.seal(handle, release, 'seal\n');
      await storage.unpack(handle, release, stream({ two: '2' }));
      expect((await ask(storage)).folders).toEqual([{ path: release, seal: 'seal\n' }]);
    });
  });

  describe('remove', () => {
    locked(open, 'takes folders and uploads, once or twice', async ({ storage, root }, handle) => {
      const content = noise(10);
      for (const folder of [release, imageSet, k3sSet]) {
        await storage.unpack(handle, folder, stream({ one: '1', 'deep/er/two': '2' }));
        await storage.seal(handle, folder, 'seal\n');
      }
      await storage.append(handle, part(content), { offset: 0, length: 10 }, source(content));
      for (const path of [release, imageSet, k3sSet, part(content)]) {
        await storage.remove(handle, path);
        await storage.remove(handle, path);
      }
      const { folders, parts } = await ask(storage);
      expect({ folders, parts }).toEqual({ folders: [], parts: [] });
      expect(await readdir(join(root, 'releases'))).toEqual([]);
    });

    locked(open, 'takes what arms a machine, and leaves what lies beside it', async (place, handle) => {
      const { storage, root } = place;
      const [armed, other] = ['armed-52-54-00-00-00-01.ipxe', 'armed-52-54-00-00-00-02.ipxe'];
      await storage.remove(handle, `tftp/${armed}`);
      await storage.unpack(handle, 'tftp', stream({ [armed]: '1', [other]: '2', 'ipxe.efi': 'MZ' }));
      expect(await storage.sizes('tftp', [armed, 'missing'])).toEqual(new Map([[armed, 1]]));
      await storage.remove(handle, `tftp/${armed}`);
      await storage.remove(handle, `tftp/${armed}`);
      expect((await readdir(join(root, 'tftp'))).sort()).toEqual([other, 'ipxe.efi']);
    });

    locked(open, 'takes nothing but what it was told', async ({ storage, root }, handle) => {
      const sibling = 'images/coreos/44.20260707.3.1/aarch64';
      await plant(root, `${imageSet}/one`, '1');
      await plant(root, `${sibling}/one`, '1');
      await plant(root, `${release}/one`, '1');
      await storage.remove(handle, imageSet);
      expect((await ask(storage)).folders.map(({ path }) => path).sort()).toEqual([sibling, release]);
    });
  });
}
