import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StorageGone } from '../../../ports/storage.ts';
import { Failure } from '../../../shared/failure.ts';
import { hasCode, makeFolder } from './disk.ts';

/** What tells a folder from another of the same path: a stick that was unmounted leaves one behind. */
interface Identity {
  readonly path: string;
  readonly device: number;
  readonly inode: number;
}

/** The root folder, watched: whatever is mounted or unmounted meanwhile, writes go to the folder that was looked at, or nowhere. */
export class Root {
  readonly path: string;
  /** The root as it was first seen, or the folder around it while there was no root. */
  #seen: Identity | undefined;

  constructor(folder: string) {
    this.path = resolve(folder);
  }

  /** Absolute path of what is below. */
  at(path: string): string {
    return join(this.path, path);
  }

  /** Remembers what is there now, once: a survey does so before anything is locked. Answers whether there is a root. */
  async look(): Promise<boolean> {
    const root = await identityOf(this.path);
    const around = root ?? (await identityOf(dirname(this.path)));
    // A root that came into being since is another run's; one that is another folder by now is not taken instead.
    if (this.#seen === undefined || this.#seen.path !== around?.path) this.#seen = around;
    return root !== undefined;
  }

  /** Checks that the root is the folder that was looked at. */
  async check(): Promise<void> {
    const root = await identityOf(this.path);
    if (root === undefined) throw new StorageGone(`${this.path} is not there any more`);
    if (this.#seen?.path === root.path && !isSame(this.#seen, root)) throw exchanged(this.path);
    if (this.#seen?.path !== root.path) this.#seen = root;
  }

  /** Makes the root where it is not there; the folder around it must be. */
  async make(): Promise<void> {
    const around = dirname(this.path);
    const identity = await identityOf(around);
    if (this.#seen?.path === around && identity !== undefined && !isSame(this.#seen, identity)) {
      throw exchanged(around);
    }
    if (identity === undefined) {
      throw new Failure(
        'world',
        `there is no folder ${around}, so ${basename(this.path)} was not made in it`,
        {
          next: `mount the storage there, or mend the path; a root folder is made only where ${around} exists`,
        },
      );
    }
    if ((await identityOf(this.path)) === undefined) {
      if (this.#seen?.path === this.path) throw new StorageGone(`${this.path} is not there any more`);
      await makeFolder(this.path);
    }
    await this.check();
  }

  /**
   * Absolute path of what is below, after a look at each folder on the way: a link there could lead out of the root. Folders that are not
   * there yet are no concern.
   */
  async inside(path: string): Promise<string> {
    const segments = path.split('/');
    for (let depth = 1; depth < segments.length; depth++) {
      const parent = this.at(segments.slice(0, depth).join('/'));
      try {
        if ((await lstat(parent)).isSymbolicLink()) throw linkOnTheWay(parent);
      } catch (error) {
        if (hasCode(error, 'ENOENT', 'ENOTDIR')) break;
        throw error;
      }
    }
    return this.at(path);
  }
}

/** A link below the root, which this project never makes. */
export function linkOnTheWay(path: string): Failure {
  return new Failure('refused', `${path} is a link, and nothing is written or read through links`, {
    next: 'remove it, and run the same command again',
  });
}

function exchanged(path: string): StorageGone {
  return new StorageGone(`${path} is another folder than before: the storage was unmounted or exchanged`);
}

function isSame(one: Identity, other: Identity): boolean {
  return one.device === other.device && one.inode === other.inode;
}

async function identityOf(path: string): Promise<Identity | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? { path, device: found.dev, inode: found.ino } : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
