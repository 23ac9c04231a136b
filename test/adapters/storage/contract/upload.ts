import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { OpenBytes } from '../../../../src/ports/storage.ts';
import { ask, imageSet, locked, noise, type OpenPlace, part, plant, source } from './place.ts';

const content = noise(300_000);
const upload = part(content);
const whole = { offset: 0, length: content.length };

/** Big files: appended to, cut, gone on with, named. */
export function uploadContract(open: OpenPlace): void {
  describe('upload', () => {
    const read = async (root: string, path: string) => readFile(join(root, path));

    locked(open, 'begins with nothing', async ({ storage }, handle) => {
      expect(await storage.partSize(handle, upload)).toBe(0);
    });

    locked(open, 'is put together from slices', async ({ storage, root }, handle) => {
      let told = 0;
      for (const [offset, length] of [
        [0, 100_000],
        [100_000, 1],
        [100_001, 65_536],
        [165_537, 1_000_000],
      ] as const) {
        await storage.append(handle, upload, { offset, length }, source(content), {
          onBytes: (bytes) => {
            told += bytes;
          },
        });
        expect(await storage.partSize(handle, upload)).toBe(Math.min(offset + length, content.length));
      }
      expect(told).toBe(content.length);
      expect((await read(root, upload)).equals(content)).toBe(true);
      expect((await ask(storage)).parts).toEqual([{ path: upload, size: content.length }]);
    });

    locked(open, 'said twice is there once', async ({ storage, root }, handle) => {
      for (const _ of [1, 2]) await storage.append(handle, upload, whole, source(content));
      const slice = { offset: 200_000, length: 50_000 };
      for (const _ of [1, 2]) await storage.append(handle, upload, slice, source(content));
      expect((await read(root, upload)).equals(content.subarray(0, 250_000))).toBe(true);
    });

    locked(open, 'is cut to the offset, whatever was behind it', async ({ storage, root }, handle) => {
      await plant(root, upload, 'right but garbage behind it');
      await storage.append(handle, upload, { offset: 5, length: 4 }, source(Buffer.from('right and ...')));
      expect((await read(root, upload)).toString()).toBe('right and'.slice(0, 9));
      await storage.append(handle, upload, { offset: 0, length: 0 }, source(content));
      expect(await storage.partSize(handle, upload)).toBe(0);
    });

    locked(open, 'never gets a hole', async ({ storage }, handle) => {
      await storage.append(handle, upload, { offset: 0, length: 10 }, source(content));
      await expect(
        storage.append(handle, upload, { offset: 20, length: 10 }, source(content)),
      ).rejects.toThrow();
      expect(await storage.partSize(handle, upload)).toBeLessThanOrEqual(10);
    });

    locked(open, 'that its source cuts off goes on where it stands', async ({ storage, root }, handle) => {
      const failing: OpenBytes = async function* chunks(offset) {
        yield* source(content.subarray(0, 150_000))(offset);
        throw new Error('the source failed');
      };
      await expect(storage.append(handle, upload, whole, failing)).rejects.toThrow();
      const size = await storage.partSize(handle, upload);
      expect(size).toBeLessThanOrEqual(150_000);
      expect((await readIfThere(root)).equals(content.subarray(0, size))).toBe(true);
      await storage.append(handle, upload, { offset: size, length: content.length }, source(content));
      expect((await read(root, upload)).equals(content)).toBe(true);
    });

    locked(open, 'that is told to stop goes on where it stands', async ({ storage, root }, handle) => {
      const controller = new AbortController();
      const stalling: OpenBytes = async function* chunks(offset) {
        yield content.subarray(offset, offset + 70_000);
        controller.abort();
        await new Promise(() => {});
      };
      const { signal } = controller;
      await expect(storage.append(handle, upload, whole, stalling, { signal })).rejects.toThrow();
      const size = await storage.partSize(handle, upload);
      expect(size).toBeLessThanOrEqual(70_000);
      expect((await readIfThere(root)).equals(content.subarray(0, size))).toBe(true);
      await storage.append(handle, upload, { offset: size, length: content.length }, source(content));
      expect((await read(root, upload)).equals(content)).toBe(true);
    });

    locked(
      open,
      'that was told to stop before it began writes nothing',
      async ({ storage, root }, handle) => {
        const signal = AbortSignal.abort();
        await expect(storage.append(handle, upload, whole, source(content), { signal })).rejects.toThrow();
        expect((await readIfThere(root)).length).toBe(0);
      },
    );

    locked(open, 'gets its name, once or twice', async ({ storage, root }, handle) => {
      await storage.append(handle, upload, whole, source(content));
      const path = `${imageSet}/rootfs.img`;
      await storage.settle(handle, upload, path);
      await storage.settle(handle, upload, path);
      expect((await read(root, path)).equals(content)).toBe(true);
      expect(await readdir(join(root, 'incoming'))).toEqual([]);
      expect(await storage.partSize(handle, upload)).toBe(0);
    });

    locked(open, 'takes the place of a file of its name', async ({ storage, root }, handle) => {
      const path = `${imageSet}/rootfs.img`;
      await plant(root, path, 'damaged');
      await storage.append(handle, upload, whole, source(content));
      await storage.settle(handle, upload, path);
      expect((await read(root, path)).equals(content)).toBe(true);
    });

    locked(open, 'that is not there gets no name', async ({ storage }, handle) => {
      await expect(storage.settle(handle, upload, `${imageSet}/rootfs.img`)).rejects.toThrow();
    });

    const readIfThere = (root: string) => read(root, upload).catch(() => Buffer.alloc(0));
  });
}
