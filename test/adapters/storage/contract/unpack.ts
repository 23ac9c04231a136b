import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { StreamedFile } from '../../../../src/ports/storage.ts';
import { sha256 } from '../../../../src/shared/digest.ts';
import { ask, imageSet, locked, noise, type OpenPlace, plant, release, stream } from './place.ts';

/** Files that a server runs, as a stream. */
async function* programs(files: Readonly<Record<string, string>>): AsyncIterable<StreamedFile> {
  for await (const file of stream(files)) yield { ...file, executable: true };
}

/** Small files, in one stream. */
export function unpackContract(open: OpenPlace): void {
  describe('unpack', () => {
    locked(open, 'puts files of every kind of name', async ({ storage, root }, handle) => {
      const files: Record<string, string | Uint8Array> = {
        'boot.ipxe': '#!ipxe\n',
        empty: '',
        'nodes/a.b-c.lab/config.ign': noise(70_000),
        'ipxe/by-mac/52-54-00-12-34-56.ipxe': 'x',
        'a+b/v1.2+k3s1': 'plus',
        [`${'long-'.repeat(20)}folder/${'very-'.repeat(30)}long-name`]: 'long',
        'exactly/512': noise(512),
      };
      await storage.unpack(handle, release, stream(files));
      for (const [path, content] of Object.entries(files)) {
        const bytes = await readFile(join(root, release, path));
        expect(bytes.equals(Buffer.from(content)), path).toBe(true);
      }
      expect((await ask(storage)).folders).toEqual([{ path: release, seal: undefined }]);
    });

    locked(
      open,
      'replaces files of the same name, and leaves the others',
      async ({ storage, root }, handle) => {
        await storage.unpack(handle, imageSet, stream({ one: 'a longer text', two: '2', 'deep/three': '3' }));
        await storage.unpack(handle, imageSet, stream({ one: 'short', 'deep/three': '' }));
        await storage.unpack(handle, imageSet, stream({ one: 'short', 'deep/three': '' }));
        expect(await readFile(join(root, imageSet, 'one'), 'utf8')).toBe('short');
        expect(await readFile(join(root, imageSet, 'two'), 'utf8')).toBe('2');
        expect(await readFile(join(root, imageSet, 'deep/three'), 'utf8')).toBe('');
      },
    );

    locked(open, 'makes what every server may read', async ({ storage, root }, handle) => {
      await storage.unpack(handle, release, stream({ 'nodes/a/config.ign': 'x' }));
      const mode = async (path: string) => (await stat(join(root, path))).mode & 0o777;
      expect(await mode(`${release}/nodes/a/config.ign`)).toBe(0o644);
      for (const path of ['.', 'releases', release, `${release}/nodes/a`]) {
        expect(await mode(path), path).toBe(0o755);
      }
    });

    locked(open, 'puts programs and files where a router serves them', async ({ storage, root }, handle) => {
      const mode = async (path: string) => (await stat(join(root, path))).mode & 0o777;
      for (const text of ['#!/bin/sh\n', '#!/bin/sh\nexit 0\n']) {
        await storage.unpack(handle, 'cgi-bin', programs({ gate: text }));
        expect(await readFile(join(root, 'cgi-bin/gate'), 'utf8')).toBe(text);
        expect(await mode('cgi-bin/gate')).toBe(0o755);
      }
      await storage.unpack(handle, 'tftp', stream({ 'snponly.efi': noise(70_000), 'ipxe.efi': 'MZ' }));
      await storage.unpack(handle, 'tftp', stream({ 'ipxe.efi': 'MZ2' }));
      await storage.unpack(handle, 'tftp', stream({}));
      expect((await readdir(join(root, 'tftp'))).sort()).toEqual(['ipxe.efi', 'snponly.efi']);
      expect(await mode('tftp/ipxe.efi')).toBe(0o644);
      expect(await mode('tftp')).toBe(0o755);
      const expected = new Map([
        ['ipxe.efi', sha256('MZ2')],
        ['snponly.efi', sha256('other')],
        ['missing', sha256('')],
      ]);
      expect([...(await storage.mismatches('tftp', expected))].sort()).toEqual(['missing', 'snponly.efi']);
      expect(await readdir(join(root, 'incoming'))).toEqual([]);
      expect((await ask(storage)).folders).toEqual([]);
    });

    locked(
      open,
      'leaves what is served as it is when its source fails',
      async ({ storage, root }, handle) => {
        await storage.unpack(handle, 'cgi-bin', programs({ gate: 'old' }));
        async function* failing() {
          yield* programs({ gate: 'new', boot: '#'.repeat(300_000) });
          throw new Error('the source failed');
        }
        await expect(storage.unpack(handle, 'cgi-bin', failing())).rejects.toThrow();
        expect(await readdir(join(root, 'cgi-bin'))).toEqual(['gate']);
        expect(await readFile(join(root, 'cgi-bin/gate'), 'utf8')).toBe('old');
        await storage.unpack(handle, 'cgi-bin', programs({ boot: 'new' }));
        expect((await readdir(join(root, 'cgi-bin'))).sort()).toEqual(['boot', 'gate']);
        await expect(storage.unpack(handle, 'cgi-bin', programs({ 'a/b': 'x' }))).rejects.toThrow();
      },
    );

    locked(
      open,
      'seals nothing when its source fails, and goes on when it is said again',
      async (place, handle) => {
        const { storage, root } = place;
        async function* failing() {
          yield* stream({ one: '1' });
          throw new Error('the source failed');
        }
        await expect(storage.unpack(handle, release, failing())).rejects.toThrow();
        const left = await readdir(root, { recursive: true });
        expect(left.filter((path) => path.startsWith('releases/') && path.endsWith('sealed'))).toEqual([]);
        await storage.unpack(handle, release, stream({ one: '1', two: '2' }));
        expect(await readFile(join(root, release, 'two'), 'utf8')).toBe('2');
      },
    );

    locked(open, 'stops when it is told to', async ({ storage, root }, handle) => {
      const controller = new AbortController();
      async function* endless() {
        for (let index = 0; ; index++) {
          if (index === 20) controller.abort();
          yield { path: `file-${index}`, bytes: Buffer.from('x') };
        }
      }
      await expect(
        storage.unpack(handle, release, endless(), { signal: controller.signal }),
      ).rejects.toThrow();
      await storage.unpack(handle, release, stream({ last: 'x' }));
      expect(await readFile(join(root, release, 'last'), 'utf8')).toBe('x');
    });

    locked(open, 'notes a reimage, and nothing else in that folder', async ({ storage }, handle) => {
      for (const text of ['one', 'another, and longer', '3']) {
        await storage.unpack(handle, 'state/reimage', stream({ 'run.a': text }));
        await storage.unpack(handle, 'state/reimage', stream({ 'run.b': `${text}!` }));
        expect(await storage.read('state/reimage/run.a')).toBe(text);
        expect(await storage.read('state/reimage/run.b')).toBe(`${text}!`);
      }
      for (const path of ['run.c', 'run.a/x', '../current.a', 'sealed'])
        await expect(
          storage.unpack(handle, 'state/reimage', stream({ [path]: 'x' })),
          path,
        ).rejects.toThrow();
      await expect(storage.unpack(handle, 'state', stream({ 'current.a': 'x' }))).rejects.toThrow();
      await expect(storage.remove(handle, 'state/reimage')).rejects.toThrow();
      expect((await ask(storage)).folders).toEqual([]);
    });

    locked(open, 'replaces a file that was planted', async ({ storage, root }, handle) => {
      await plant(root, `${release}/boot.ipxe`, noise(5000));
      await storage.unpack(handle, release, stream({ 'boot.ipxe': 'right' }));
      expect(await readFile(join(root, release, 'boot.ipxe'), 'utf8')).toBe('right');
    });
  });
}
