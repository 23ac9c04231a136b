import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { type Digest, sha256 } from '../../../../src/shared/digest.ts';
import { inPlace, locked, noise, type OpenPlace, part, plant, release, snapshot, stream } from './place.ts';

const files: Readonly<Record<string, string | Uint8Array>> = {
  'boot.ipxe': '#!ipxe\n',
  empty: '',
  'nodes/a+b.lab/config.ign': noise(20_000),
  'nodes/changed': 'as it was',
  'nodes/folder': 'becomes a folder',
  'nodes/gone': 'will not be there',
  'nodes/shorter': 'loses its end',
};

const expected: ReadonlyMap<string, Digest> = new Map(
  Object.entries(files).map(([path, content]) => [path, sha256(content)]),
);

/** Questions, which write nothing. */
export function readingContract(open: OpenPlace): void {
  describe('questions', () => {
    locked(open, 'find nothing wrong with what is right', async ({ storage, root }, handle) => {
      await storage.unpack(handle, release, stream(files));
      const before = await snapshot(root);
      expect(await storage.mismatches(release, expected)).toEqual([]);
      expect(await storage.mismatches(release, new Map())).toEqual([]);
      expect(await snapshot(root)).toEqual(before);
    });

    locked(open, 'find what is changed, missing, or a folder', async ({ storage, root }, handle) => {
      await storage.unpack(handle, release, stream(files));
      await plant(root, `${release}/nodes/changed`, 'as it is');
      await plant(root, `${release}/nodes/shorter`, 'loses');
      await rm(join(root, release, 'nodes/gone'));
      await rm(join(root, release, 'nodes/folder'));
      await mkdir(join(root, release, 'nodes/folder'));
      expect([...(await storage.mismatches(release, expected))].sort()).toEqual([
        'nodes/changed',
        'nodes/folder',
        'nodes/gone',
        'nodes/shorter',
      ]);
    });

    inPlace(open, 'find everything missing where nothing is', async ({ storage }) => {
      expect([...(await storage.mismatches(release, expected))].sort()).toEqual([...expected.keys()].sort());
      expect(await storage.sizes(release, [...expected.keys()])).toEqual(new Map());
      expect(await storage.read('state/journal')).toBeUndefined();
    });

    locked(open, 'hash uploads too, before they get their name', async ({ storage, root }) => {
      await plant(root, part('right'), 'right');
      await plant(root, part('wrong'), 'other');
      const names = new Map(['right', 'wrong', 'none'].map((text) => [`${sha256(text)}.part`, sha256(text)]));
      const found = await storage.mismatches('incoming', names);
      expect([...found].sort()).toEqual([`${sha256('wrong')}.part`, `${sha256('none')}.part`].sort());
    });

    locked(open, 'find many among many', async ({ storage, root }, handle) => {
      const many = Object.fromEntries(
        Array.from({ length: 400 }, (_, index) => [
          `nodes/node-${index}.lab/${'config-'.repeat(6)}${index}`,
          `${index}`,
        ]),
      );
      await storage.unpack(handle, release, stream(many));
      const digests = new Map(Object.entries(many).map(([path, content]) => [path, sha256(content)]));
      const changed = [...digests.keys()].filter((_, index) => index % 37 === 0);
      for (const path of changed) await plant(root, `${release}/${path}`, 'changed');
      expect([...(await storage.mismatches(release, digests))].sort()).toEqual(changed.sort());
      expect((await storage.sizes(release, [...digests.keys()])).size).toBe(400);
    });

    locked(open, 'tell the sizes of the files that are there', async ({ storage, root }, handle) => {
      await storage.unpack(handle, release, stream(files));
      await mkdir(join(root, release, 'folder'));
      const sizes = await storage.sizes(release, [
        'boot.ipxe',
        'empty',
        'nodes/a+b.lab/config.ign',
        'none',
        'folder',
      ]);
      expect(new Map([...sizes].sort())).toEqual(
        new Map([
          ['boot.ipxe', 7],
          ['empty', 0],
          ['nodes/a+b.lab/config.ign', 20_000],
        ]),
      );
    });

    locked(open, 'read a text as it is', async ({ storage, root }) => {
      await plant(root, `${release}/manifest.json`, '{ "é": "\u{1F600}" }\n\n');
      await plant(root, `${release}/empty`, '');
      expect(await storage.read(`${release}/manifest.json`)).toBe('{ "é": "\u{1F600}" }\n\n');
      expect(await storage.read(`${release}/empty`)).toBe('');
      expect(await storage.read(`${release}/none`)).toBeUndefined();
      expect(await storage.read(release)).toBeUndefined();
    });
  });
}
