import { ConnectionLost } from '../../src/ports/remoteShell.ts';
import {
  type LockHandle,
  LockLost,
  type OpenBytes,
  type Storage,
  StorageFull,
  StorageGone,
  type StreamedFile,
  type Survey,
  type SurveyedLock,
  type SurveyQuestion,
  type WriteOptions,
} from '../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../src/shared/digest.ts';
import { Failure } from '../../src/shared/failure.ts';
import {
  contentPathFault,
  journalLength,
  journalPath,
  sealName,
  slotPaths,
  storagePathFault,
  type StoragePathKind,
} from '../../src/shared/storageLayout.ts';
import { type MemoryRouter, tokenIn } from './memoryRouter.ts';

/** A place in an operation where something may happen. */
export interface Point {
  readonly operation: keyof Storage;
  readonly moment: 'before' | 'within' | 'after';
  /** Path or number that it is about. */
  readonly subject: string;
}

/** Called at every point of every operation: throws a fault, waits for its turn, or never answers (the client died). */
export type AtPoint = (point: Point) => void | Promise<void>;

/** A client of a router in memory, over a connection that can break. */
export class MemoryStorage implements Storage {
  readonly name = 'root@router:22 /mnt/usb/pilotlight';
  /** Operations that were said, in order. */
  readonly said: string[] = [];
  readonly #router: MemoryRouter;
  readonly #atPoint: AtPoint;
  #connectedTo: number;
  #dead = false;
  #token: string | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(router: MemoryRouter, atPoint: AtPoint = () => {}) {
    this.#router = router;
    this.#atPoint = atPoint;
    this.#connectedTo = router.boot;
  }

  /** The process of this client ends: nothing that it waits for is ever answered. */
  die(): void {
    this.#dead = true;
    this.#disconnect();
  }

  survey({ known }: SurveyQuestion): Promise<Survey> {
    return this.#operation('survey', '', async (step) => {
      const router = this.#router;
      const lock = this.#surveyLock();
      const slots = router.slots;
      await step();
      const folders = router.folders.map((path) => ({ path, seal: router.seal(path) }));
      const manifests = new Map<string, string>();
      for (const id of slots.flatMap((slot) => slot?.match(/\b[0-9a-f]{64}\b/g) ?? [])) {
        const text = id === known ? undefined : router.text(`releases/${id}/manifest.json`);
        if (text !== undefined) manifests.set(id, text);
      }
      const { mounted, disk, capacity } = router;
      return {
        mount: mounted
          ? {
              device: '/dev/sda1',
              point: '/mnt/usb',
              fileSystem: router.fileSystem,
              readOnly: router.readOnly,
            }
          : undefined,
        space: { totalBytes: capacity, freeBytes: Math.max(0, capacity - disk.used) },
        missingCommands: [],
        system: {
          name: 'OpenWrt 24.10.2',
          packageManager: 'opkg',
          clock: 1_700_000_000,
          uptime: router.uptime,
          bootId: router.bootId,
        },
        exists: disk.written.size > 0,
        slots,
        folders,
        parts: disk.below('incoming').map((path) => ({ path, size: disk.written.get(path)?.length ?? 0 })),
        lock,
        journal: router.journal,
        manifests,
      };
    });
  }

  #surveyLock(): SurveyedLock | undefined {
    const router = this.#router;
    const number = router.lockNumbers.at(-1);
    if (number === undefined) return undefined;
    const [uptime = '', bootId = ''] = (router.text(router.lockFile(number, 'beat')) ?? '').split(' ');
    const owner = router.ownerOf(number);
    const connected = router.connected.has(tokenIn(owner) ?? '');
    return { number, owner, beat: bootId === '' ? undefined : { uptime: Number(uptime), bootId }, connected };
  }

  lock(handle: LockHandle, owner: string): Promise<boolean> {
    return this.#operation('lock', String(handle.number), async (step) => {
      const router = this.#router;
      this.#checkMount();
      const others = router.lockNumbers.filter((number) => number >= handle.number);
      if (others.length === 1 && router.holds(handle)) return true;
      if (others.length > 0) return false;
      router.put(router.lockFile(handle.number, 'owner'), owner);
      this.#beat(handle.number);
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
      this.#token = handle.token;
      router.connected.add(handle.token);
      return true;
    });
  }

  unlock(handle: LockHandle): Promise<void> {
    return this.#operation('unlock', String(handle.number), async () => {
      const router = this.#router;
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
    return this.#write('unpack', handle, folder, ['folder'], async (step) => {
      for await (const { path, bytes } of files) {
        const fault = contentPathFault(path);
        if (fault !== undefined) throw new Failure('world', `${path}: ${fault}`);
        for (const part of [bytes.subarray(0, bytes.length >> 1), bytes]) {
          await step(options.signal);
          this.#makeRoom(part.length);
          this.#router.disk.write(`${folder}/${path}`, part);
        }
        options.onBytes?.(bytes.length);
      }
      await step();
      this.#router.disk.synchronize(folder);
    });
  }

  partSize(handle: LockHandle, part: string): Promise<number> {
    return this.#write('partSize', handle, part, ['part'], async () => this.#size(part) ?? 0);
  }

  append(
    handle: LockHandle,
    part: string,
    from: { readonly offset: number; readonly length: number },
    bytes: OpenBytes,
    options: WriteOptions = {},
  ): Promise<void> {
    return this.#write('append', handle, part, ['part'], async (step) => {
      const { disk } = this.#router;
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
    return this.#write('settle', handle, part, ['part'], async (step) => {
      const { disk } = this.#router;
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
    return this.#operation('mismatches', folder, async (step) => {
      await step(options.signal);
      const wrong = [...expected].filter(([path, digest]) => {
        const bytes = this.#router.disk.written.get(`${folder}/${path}`);
        return bytes === undefined || sha256(bytes) !== digest;
      });
      return wrong.map(([path]) => path);
    });
  }

  sizes(folder: string, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#operation('sizes', folder, async () => {
      const found = paths.map((path) => [path, this.#size(`${folder}/${path}`)] as const);
      return new Map(found.filter((each): each is [string, number] => each[1] !== undefined));
    });
  }

  read(path: string): Promise<string | undefined> {
    return this.#operation('read', path, async () => this.#router.text(path));
  }

  seal(handle: LockHandle, folder: string, text: string): Promise<void> {
    return this.#write('seal', handle, folder, ['folder'], async (step) => {
      const { disk } = this.#router;
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
    return this.#write('unseal', handle, folder, ['folder'], async (step) => {
      this.#router.disk.remove(`${folder}/${sealName}`);
      await step();
      this.#router.disk.synchronize(folder);
    });
  }

  writeSlot(handle: LockHandle, slot: 0 | 1, text: string, expectedOther: string | undefined) {
    return this.#write('writeSlot', handle, String(slot), [], async (step) => {
      const { disk, slots } = this.#router;
      if (slots[slot === 0 ? 1 : 0] !== expectedOther) return false;
      const [path, before] = [slotPaths[slot], slots[slot] ?? ''];
      // In place, byte by byte: a cut leaves the beginning of the new text and the end of the old one.
      for (let length = 1; length <= text.length; length += 1) {
        disk.write(path, new TextEncoder().encode(text.slice(0, length) + before.slice(length)));
        await step();
      }
      disk.write(path, new TextEncoder().encode(text));
      this.#router.onSlot();
      disk.synchronize(path);
      return true;
    });
  }

  remove(handle: LockHandle, path: string): Promise<void> {
    return this.#write('remove', handle, path, ['folder', 'part'], async (step) => {
      const { disk } = this.#router;
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
    return this.#write('note', handle, journalPath, [], async (step) => {
      const lines = [...this.#router.journal.filter((each) => each !== line), line];
      this.#router.put(journalPath, `${lines.slice(-journalLength).join('\n')}\n`);
      await step();
      this.#router.disk.synchronize(journalPath);
    });
  }

  async reconnect(signal?: AbortSignal): Promise<void> {
    this.said.push('reconnect');
    await this.#atPoint({ operation: 'reconnect', moment: 'before', subject: '' });
    if (this.#dead) return never();
    signal?.throwIfAborted();
    this.#connectedTo = this.#router.boot;
    if (this.#token !== undefined) this.#router.connected.add(this.#token);
  }

  async close(): Promise<void> {
    this.#disconnect();
  }

  #disconnect(): void {
    this.#connectedTo = 0;
    if (this.#token !== undefined) this.#router.connected.delete(this.#token);
  }

  #size(path: string): number | undefined {
    return this.#router.disk.written.get(path)?.length;
  }

  #makeRoom(bytes: number): void {
    if (this.#router.disk.used + bytes > this.#router.capacity) throw new StorageFull();
  }

  #checkMount(): void {
    if (!this.#router.mounted) throw new StorageGone('nothing is mounted at /mnt/usb');
    if (this.#router.readOnly) throw new StorageGone('/mnt/usb is mounted read-only');
  }

  #beat(number: number): void {
    this.#router.put(this.#router.lockFile(number, 'beat'), `${this.#router.uptime} ${this.#router.bootId}`);
  }

  /** An operation that writes: checks the storage and the lock first, and at every step that nobody ended it. */
  #write<T>(
    operation: keyof Storage,
    handle: LockHandle,
    subject: string,
    kinds: readonly StoragePathKind[],
    work: (step: Step) => Promise<T>,
  ): Promise<T> {
    return this.#operation(operation, subject, async (step) => {
      if (kinds.length > 0) refusePath(subject, kinds);
      this.#checkMount();
      if (!this.#router.holds(handle)) throw new LockLost();
      this.#router.ended.delete(handle.token);
      this.#beat(handle.number);
      return work(async (signal) => {
        await step(signal);
        this.#checkMount();
        if (this.#router.ended.has(handle.token)) this.#lose('the command was ended');
      });
    });
  }

  /** One operation after the other, whoever asks, as on a connection of an old dropbear. */
  #operation<T>(operation: keyof Storage, subject: string, work: (step: Step) => Promise<T>): Promise<T> {
    const answer = this.#last.then(() => this.#operate(operation, subject, work));
    this.#last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }

  async #operate<T>(operation: keyof Storage, subject: string, work: (step: Step) => Promise<T>): Promise<T> {
    this.said.push(`${operation} ${subject}`.trimEnd());
    const reach = async (moment: Point['moment'], signal?: AbortSignal) => {
      this.#checkConnection();
      try {
        await this.#atPoint({ operation, moment, subject });
      } catch (error) {
        if (error instanceof ConnectionLost) this.#disconnect();
        throw error;
      }
      if (this.#dead) await never();
      signal?.throwIfAborted();
      this.#checkConnection();
    };
    await reach('before');
    const answer = await work((signal) => reach('within', signal));
    await reach('after');
    return answer;
  }

  #checkConnection(): void {
    if (!this.#dead && this.#connectedTo !== this.#router.boot) this.#lose('the connection is closed');
  }

  #lose(message: string): never {
    this.#disconnect();
    throw new ConnectionLost(message);
  }
}

type Step = (signal?: AbortSignal) => Promise<void>;

/** What a process that died is answered. */
export function never(): Promise<never> {
  return new Promise(() => {});
}

function refusePath(path: string, kinds: readonly StoragePathKind[]): void {
  const fault = storagePathFault(path, kinds);
  if (fault !== undefined) throw new Failure('world', `${path}: ${fault}`);
}
