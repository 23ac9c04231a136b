import {
  type LockHandle,
  type OpenBytes,
  type Storage,
  StorageFull,
  type StreamedFile,
  type Survey,
  type SurveyQuestion,
  type WriteOptions,
} from '../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../src/shared/digest.ts';
import { Failure } from '../../src/shared/failure.ts';
import {
  isServed,
  journalLength,
  journalPath,
  sealName,
  servedDraft,
  slotPaths,
  unpackedPathFault,
} from '../../src/shared/storageLayout.ts';
import { MemoryConnection, refusePath } from './memoryConnection.ts';
import { surveyOf } from './memorySurvey.ts';

export type { AtPoint, Point } from './memoryConnection.ts';

/** A client of a router in memory, over a connection that can break. */
export class MemoryStorage extends MemoryConnection implements Storage {
  readonly name = 'root@router:22 /mnt/usb/pilotlight';

  survey(question: SurveyQuestion): Promise<Survey> {
    return this.operation('survey', '', (step) => surveyOf(this.router, question, step));
  }

  lock(handle: LockHandle, owner: string): Promise<boolean> {
    return this.operation('lock', String(handle.number), async (step) => {
      const router = this.router;
      this.checkMount();
      const others = router.lockNumbers.filter((number) => number >= handle.number);
      if (others.length === 1 && router.holds(handle)) return true;
      if (others.length > 0) return false;
      router.put(router.lockFile(handle.number, 'owner'), owner);
      this.beat(handle.number);
      await step();
      if (router.lockNumbers.some((number) => number > handle.number)) {
        router.endLock(handle.number);
        router.ended.delete(handle.token);
        return false;
      }
      for (const lower of router.lockNumbers.filter((number) => number < handle.number)) {
        router.endLock(lower);
        await step();
      }
      this.token = handle.token;
      router.connected.add(handle.token);
      return true;
    });
  }

  unlock(handle: LockHandle): Promise<void> {
    return this.operation('unlock', String(handle.number), async () => {
      const router = this.router;
      if (router.holds(handle)) router.put(router.lockFile(handle.number, 'released'), '');
      router.connected.delete(handle.token);
    });
  }

  unpack(
    handle: LockHandle,
    folder: string,
    files: AsyncIterable<StreamedFile>,
    options: WriteOptions = {},
  ): Promise<void> {
    return this.write('unpack', handle, folder, ['folder', 'served', 'reimage'], async (step) => {
      const { disk } = this.router;
      const target = isServed(folder) ? servedDraft : folder;
      const paths: string[] = [];
      for await (const { path, bytes } of files) {
        const fault = unpackedPathFault(folder, path);
        if (fault !== undefined) throw new Failure('world', `${path}: ${fault}`);
        for (const part of [bytes.subarray(0, bytes.length >> 1), bytes]) {
          await step(options.signal);
          this.#makeRoom(part.length);
          disk.write(`${target}/${path}`, part);
        }
        paths.push(path);
        options.onBytes?.(bytes.length);
      }
      await step();
      disk.synchronize(target);
      if (target === folder) return;
      for (const path of paths) {
        disk.rename(`${target}/${path}`, `${folder}/${path}`);
        await step();
      }
      disk.synchronize(folder);
      disk.synchronize(target);
    });
  }

  partSize(handle: LockHandle, part: string): Promise<number> {
    return this.write('partSize', handle, part, ['part'], async () => this.#size(part) ?? 0);
  }

  append(
    handle: LockHandle,
    part: string,
    from: { readonly offset: number; readonly length: number },
    bytes: OpenBytes,
    options: WriteOptions = {},
  ): Promise<void> {
    return this.write('append', handle, part, ['part'], async (step) => {
      const { disk } = this.router;
      const before = disk.written.get(part) ?? new Uint8Array();
      if (before.length < from.offset) throw new Failure('world', `${part} ends before ${from.offset}`);
      disk.write(part, before.slice(0, from.offset));
      let left = from.length;
      for await (const chunk of bytes(from.offset)) {
        const taken = chunk.subarray(0, left);
        const half = taken.length >> 1;
        for (const piece of [taken.subarray(0, half), taken.subarray(half)]) {
          await step(options.signal);
          this.#makeRoom(piece.length);
          disk.append(part, piece);
          options.onBytes?.(piece.length);
        }
        left -= taken.length;
        if (left <= 0) break;
      }
      await step();
      disk.synchronize(part);
    });
  }

  settle(handle: LockHandle, part: string, path: string): Promise<void> {
    return this.write('settle', handle, part, ['part'], async (step) => {
      const { disk } = this.router;
      refusePath(path, ['file']);
      if (!disk.written.has(part) && disk.written.has(path)) return;
      disk.synchronize(part);
      await step();
      disk.rename(part, path);
      await step();
      disk.synchronize(path);
      disk.synchronize(part);
    });
  }

  mismatches(folder: string, expected: ReadonlyMap<string, Digest>, options: WriteOptions = {}) {
    return this.operation('mismatches', folder, async (step) => {
      await step(options.signal);
      const wrong = [...expected].filter(([path, digest]) => {
        const bytes = this.router.disk.written.get(`${folder}/${path}`);
        return bytes === undefined || sha256(bytes) !== digest;
      });
      return wrong.map(([path]) => path);
    });
  }

  sizes(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.operation('sizes', folder, async () => {
      const found = paths.map((path) => [path, this.#size(`${folder}/${path}`)] as const);
      return new Map(found.filter((each): each is [string, number] => each[1] !== undefined));
    });
  }

  read(path: string): Promise<string | undefined> {
    return this.operation('read', path, async () => this.router.text(path));
  }

  seal(handle: LockHandle, folder: string, text: string): Promise<void> {
    return this.write('seal', handle, folder, ['folder'], async (step) => {
      const { disk } = this.router;
      disk.synchronize(folder);
      const bytes = new TextEncoder().encode(text);
      for (const length of [bytes.length >> 1, bytes.length]) {
        await step();
        disk.write(`${folder}/${sealName}`, bytes.slice(0, length));
      }
      await step();
      disk.synchronize(folder);
    });
  }

  unseal(handle: LockHandle, folder: string): Promise<void> {
    return this.write('unseal', handle, folder, ['folder'], async (step) => {
      this.router.disk.remove(`${folder}/${sealName}`);
      await step();
      this.router.disk.synchronize(folder);
    });
  }

  writeSlot(handle: LockHandle, slot: 0 | 1, text: string, expectedOther: string | undefined) {
    return this.write('writeSlot', handle, String(slot), [], async (step) => {
      const { disk, slots } = this.router;
      if (slots[slot === 0 ? 1 : 0] !== expectedOther) return false;
      const [path, before] = [slotPaths[slot], slots[slot] ?? ''];
      // In place, byte by byte: a cut leaves the beginning of the new text and the end of the old one.
      for (let length = 1; length <= text.length; length += 1) {
        disk.write(path, new TextEncoder().encode(text.slice(0, length) + before.slice(length)));
        await step();
      }
      disk.write(path, new TextEncoder().encode(text));
      this.router.onSlot();
      disk.synchronize(path);
      return true;
    });
  }

  remove(handle: LockHandle, path: string): Promise<void> {
    return this.write('remove', handle, path, ['folder', 'part', 'arming'], async (step) => {
      const { disk } = this.router;
      disk.remove(`${path}/${sealName}`);
      disk.synchronize(`${path}/${sealName}`);
      for (const each of disk.below(path)) {
        await step();
        disk.remove(each);
      }
      await step();
      disk.synchronize(path);
    });
  }

  note(handle: LockHandle, line: string): Promise<void> {
    return this.write('note', handle, journalPath, [], async (step) => {
      const lines = [...this.router.journal.filter((each) => each !== line), line];
      this.router.put(journalPath, `${lines.slice(-journalLength).join('\n')}\n`);
      await step();
      this.router.disk.synchronize(journalPath);
    });
  }

  #size(path: string): number | undefined {
    return this.router.disk.written.get(path)?.length;
  }

  #makeRoom(bytes: number): void {
    if (this.router.disk.used + bytes > this.router.capacity) throw new StorageFull();
  }
}
