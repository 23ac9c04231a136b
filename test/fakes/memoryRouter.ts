import type { LockHandle } from '../../src/ports/storage.ts';
import {
  journalPath,
  lockFiles,
  lockFolder,
  lockPrefix,
  sealName,
  slotPaths,
} from '../../src/shared/storageLayout.ts';
import { MemoryDisk, type Survival } from './memoryDisk.ts';

/** A router with a disk, in memory: what every client of it shares. */
export class MemoryRouter {
  readonly disk: MemoryDisk;
  /** Seconds since it started. */
  uptime = 100;
  boot = 1;
  mounted = true;
  readOnly = false;
  /** Bytes that fit on the disk. */
  capacity = 1e9;
  fileSystem = 'ext4';
  /** Tokens of the owners whose connection serves them still. */
  readonly connected = new Set<string>();
  /** Owners whose running scripts were ended by a takeover. */
  readonly ended = new Set<string>();
  /** What is told of every change to a slot. */
  onSlot: () => void = () => {};

  constructor(disk = new MemoryDisk()) {
    this.disk = disk;
  }

  /** The same router once more, without those who are connected to this one. */
  copy(): MemoryRouter {
    const copy = new MemoryRouter(this.disk.copy());
    copy.uptime = this.uptime;
    copy.boot = this.boot;
    copy.capacity = this.capacity;
    return copy;
  }

  get bootId(): string {
    return `boot-${this.boot}`;
  }

  /** Cuts the power and starts the router anew. */
  cutPower(survival: (path: string) => Survival = () => 'lost'): void {
    this.disk.cutPower(survival);
    this.boot += 1;
    this.uptime = 10;
    this.connected.clear();
    this.mounted = true;
  }

  text(path: string): string | undefined {
    return this.disk.text(path);
  }

  get slots(): readonly [string | undefined, string | undefined] {
    return [this.text(slotPaths[0]), this.text(slotPaths[1])];
  }

  /** Folders of releases and image sets. */
  get folders(): string[] {
    const found = new Set<string>();
    for (const path of this.disk.written.keys()) {
      const folder = /^(releases\/[^/]+|images\/coreos\/[^/]+\/[^/]+|k3s\/[^/]+)\//.exec(path)?.[1];
      if (folder !== undefined) found.add(folder);
    }
    return [...found].sort();
  }

  seal(folder: string): string | undefined {
    return this.text(`${folder}/${sealName}`);
  }

  /** Numbers of the locks that are there, the highest last. */
  get lockNumbers(): number[] {
    const numbers = new Set<number>();
    for (const path of this.disk.written.keys()) {
      const number = /^state\/lock\.(\d+)\//.exec(path)?.[1];
      if (number !== undefined) numbers.add(Number(number));
    }
    return [...numbers].sort((a, b) => a - b);
  }

  lockFile(number: number, file: keyof typeof lockFiles): string {
    return `${lockFolder(number)}/${lockFiles[file]}`;
  }

  /** The text that says who has a lock; empty when it was given back. */
  ownerOf(number: number): string {
    if (this.disk.written.has(this.lockFile(number, 'released'))) return '';
    return this.text(this.lockFile(number, 'owner')) ?? '';
  }

  holds(handle: LockHandle): boolean {
    return this.ownerOf(handle.number).includes(handle.token);
  }

  /** Somebody else takes the lock over, whatever its owner does. */
  takeOver(owner: string): void {
    const number = (this.lockNumbers.at(-1) ?? 0) + 1;
    for (const lower of this.lockNumbers) this.endLock(lower);
    this.put(this.lockFile(number, 'owner'), owner);
    this.put(this.lockFile(number, 'beat'), `${this.uptime} ${this.bootId}`);
    this.put(this.lockFile(number, 'released'), '');
  }

  /** Removes a lock, and ends what its owner still runs. */
  endLock(number: number): void {
    const token = tokenIn(this.text(this.lockFile(number, 'owner')) ?? '');
    if (token !== undefined) this.ended.add(token);
    for (const path of this.disk.below(`${lockPrefix}${number}`)) this.disk.remove(path);
  }

  put(path: string, text: string): void {
    this.disk.write(path, new TextEncoder().encode(text));
  }

  get journal(): string[] {
    return (this.text(journalPath) ?? '').split('\n').filter((line) => line !== '');
  }
}

/** The token that an owner's text has: tests make them as `token-…`. */
export function tokenIn(owner: string): string | undefined {
  return /token-[a-z0-9-]+/.exec(owner)?.[0];
}
