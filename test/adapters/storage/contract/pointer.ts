import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ask, locked, type OpenPlace, plant } from './place.ts';

/** The slots of the pointer, and the journal. */
export function pointerContract(open: OpenPlace): void {
  describe('slots', () => {
    locked(
      open,
      'are written in turn, each only when the other is as expected',
      async ({ storage, root }, handle) => {
        const slots = async () => (await ask(storage)).slots;
        expect(await storage.writeSlot(handle, 0, 'one\n', 'two\n')).toBe(false);
        expect(await slots()).toEqual([undefined, undefined]);
        expect(await storage.writeSlot(handle, 0, 'one\n', undefined)).toBe(true);
        expect(await storage.writeSlot(handle, 1, 'two, longer\n', undefined)).toBe(false);
        expect(await slots()).toEqual(['one\n', undefined]);
        expect(await storage.writeSlot(handle, 1, 'two, longer\n', 'one\n')).toBe(true);
        expect(await storage.writeSlot(handle, 0, '3\n', 'one\n')).toBe(false);
        expect(await storage.writeSlot(handle, 0, '3\n', 'two, longer\n')).toBe(true);
        expect(await storage.writeSlot(handle, 1, '4\n', '3\n')).toBe(true);
        expect(await slots()).toEqual(['3\n', '4\n']);
        expect(await readFile(join(root, 'state/current.b'), 'utf8')).toBe('4\n');
      },
    );

    locked(open, 'said twice are written once', async ({ storage }, handle) => {
      for (const _ of [1, 2]) expect(await storage.writeSlot(handle, 0, 'one\n', undefined)).toBe(true);
      for (const _ of [1, 2]) expect(await storage.writeSlot(handle, 1, 'two\n', 'one\n')).toBe(true);
      expect((await ask(storage)).slots).toEqual(['one\n', 'two\n']);
    });

    locked(open, 'are compared to the byte, garbage too', async ({ storage, root }, handle) => {
      await plant(root, 'state/current.a', "garbage '$(x)' \\ without an end");
      await plant(root, 'state/current.b', 'old\n');
      expect(await storage.writeSlot(handle, 1, 'new\n', "garbage '$(x)' \\ without an end\n")).toBe(false);
      expect(await storage.writeSlot(handle, 1, 'new\n', "garbage '$(x)' \\ without an end")).toBe(true);
      await plant(root, 'state/current.a', '');
      expect(await storage.writeSlot(handle, 1, 'newer\n', undefined)).toBe(false);
      expect(await storage.writeSlot(handle, 1, 'newer\n', '')).toBe(true);
    });

    locked(
      open,
      'that hold bytes that are no text are compared as the survey tells them',
      async (place, handle) => {
        const { storage, root } = place;
        const bytes = Uint8Array.from([0xff, 0xfe, 0x80, 0x00, 0x41, 0x0d, 0x0a, 0xc3]);
        await plant(root, 'state/current.a', bytes);
        const told = (await ask(storage)).slots[0];
        expect(await storage.writeSlot(handle, 1, 'new\n', told)).toBe(true);
        expect(await storage.writeSlot(handle, 0, 'newer\n', 'new\n')).toBe(true);
        expect((await ask(storage)).slots).toEqual(['newer\n', 'new\n']);
      },
    );
  });

  describe('journal', () => {
    locked(open, 'keeps its lines in order, and one that is said twice once', async ({ storage }, handle) => {
      for (const line of ['{"at":1}', '{"at":2,"who":"it\'s $(me)"}', '{"at":3}', '{"at":3}']) {
        await storage.note(handle, line);
      }
      expect((await ask(storage)).journal).toEqual(['{"at":1}', '{"at":2,"who":"it\'s $(me)"}', '{"at":3}']);
    });

    locked(open, 'keeps its newest two hundred lines', async ({ storage, root }, handle) => {
      const lines = Array.from({ length: 230 }, (_, index) => `{"at":${index}}`);
      await plant(root, 'state/journal', lines.map((line) => `${line}\n`).join(''));
      await storage.note(handle, '{"at":"last"}');
      const { journal } = await ask(storage);
      expect(journal).toEqual([...lines.slice(-199), '{"at":"last"}']);
    });

    locked(open, 'puts no line behind one that was torn', async ({ storage, root }, handle) => {
      await plant(root, 'state/journal', '{"at":1}\n{"at":2,"wh');
      await storage.note(handle, '{"at":3}');
      expect((await ask(storage)).journal).toEqual(['{"at":1}', '{"at":2,"wh', '{"at":3}']);
    });
  });
}
