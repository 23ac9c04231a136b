import { ConnectionLost } from '../../src/ports/remoteShell.ts';
import { type LockHandle, LockLost, type Storage, StorageGone } from '../../src/ports/storage.ts';
import { Failure } from '../../src/shared/failure.ts';
import { type StoragePathKind, storagePathFault } from '../../src/shared/storageLayout.ts';
import type { MemoryRouter } from './memoryRouter.ts';

/** A place in an operation where something may happen. */
export interface Point {
  readonly operation: keyof Storage;
  readonly moment: 'before' | 'within' | 'after';
  /** Path or number that it is about. */
  readonly subject: string;
}

/** Called at every point of every operation: throws a fault, waits for its turn, or never answers (the client died). */
export type AtPoint = (point: Point) => void | Promise<void>;

/** Reaches a point within an operation. */
export type Step = (signal?: AbortSignal) => Promise<void>;

/** A connection to a router in memory that can break, with operations one after the other. */
export class MemoryConnection {
  /** Operations that were said, in order. */
  readonly said: string[] = [];
  protected readonly router: MemoryRouter;
  /** Of the lock that was taken over this connection. */
  protected token: string | undefined;
  readonly #atPoint: AtPoint;
  #connectedTo: number;
  #dead = false;
  #last: Promise<void> = Promise.resolve();

  constructor(router: MemoryRouter, atPoint: AtPoint = () => {}) {
    this.router = router;
    this.#atPoint = atPoint;
    this.#connectedTo = router.boot;
  }

  /** The process of this client ends: nothing that it waits for is ever answered. */
  die(): void {
    this.#dead = true;
    this.#disconnect();
  }

  async reconnect(signal?: AbortSignal): Promise<void> {
    this.said.push('reconnect');
    await this.#atPoint({ operation: 'reconnect', moment: 'before', subject: '' });
    if (this.#dead) return never();
    signal?.throwIfAborted();
    this.#connectedTo = this.router.boot;
    if (this.token !== undefined) this.router.connected.add(this.token);
  }

  async close(): Promise<void> {
    this.#disconnect();
  }

  #disconnect(): void {
    this.#connectedTo = 0;
    if (this.token !== undefined) this.router.connected.delete(this.token);
  }

  protected checkMount(): void {
    if (!this.router.mounted) throw new StorageGone('nothing is mounted at /mnt/usb');
    if (this.router.readOnly) throw new StorageGone('/mnt/usb is mounted read-only');
  }

  protected beat(number: number): void {
    this.router.put(this.router.lockFile(number, 'beat'), `${this.router.uptime} ${this.router.bootId}`);
  }

  /** An operation that writes: checks the storage and the lock first, and at every step that nobody ended it. */
  protected write<T>(
    operation: keyof Storage,
    handle: LockHandle,
    subject: string,
    kinds: readonly StoragePathKind[],
    work: (step: Step) => Promise<T>,
  ): Promise<T> {
    return this.operation(operation, subject, async (step) => {
      if (kinds.length > 0) refusePath(subject, kinds);
      this.checkMount();
      if (!this.router.holds(handle)) throw new LockLost();
      this.router.ended.delete(handle.token);
      this.beat(handle.number);
      return work(async (signal) => {
        await step(signal);
        this.checkMount();
        if (this.router.ended.has(handle.token)) this.#lose('the command was ended');
      });
    });
  }

  /** One operation after the other, whoever asks, as on a connection of an old dropbear. */
  protected operation<T>(
    operation: keyof Storage,
    subject: string,
    work: (step: Step) => Promise<T>,
  ): Promise<T> {
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
    if (!this.#dead && this.#connectedTo !== this.router.boot) this.#lose('the connection is closed');
  }

  #lose(message: string): never {
    this.#disconnect();
    throw new ConnectionLost(message);
  }
}

/** What a process that died is answered. */
export function never(): Promise<never> {
  return new Promise(() => {});
}

/** Throws for a path that may not be written. */
export function refusePath(path: string, kinds: readonly StoragePathKind[]): void {
  const fault = storagePathFault(path, kinds);
  if (fault !== undefined) throw new Failure('world', `${path}: ${fault}`);
}
