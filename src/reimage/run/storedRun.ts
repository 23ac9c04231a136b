import type { LockHandle, Storage } from '../../ports/storage.ts';
import { Failure } from '../../shared/failure.ts';
import { reimageFolder, reimageSlots } from '../../shared/storageLayout.ts';
import { type KeptRun, type KeptSlots, type RunSlots, readSlots, runText } from '../steps/journal.ts';
import type { ReimageRun } from '../steps/run.ts';

/** The run that is noted on a storage; undefined where there is none. A Failure where there is one that cannot be read. */
export async function readStoredRun(storage: Pick<Storage, 'name' | 'read'>): Promise<KeptRun | undefined> {
  const { kept, problems } = await readKept(storage);
  const [problem] = problems;
  if (problem === undefined) return kept;
  throw new Failure('refused', `what ${storage.name} says of the last reimage cannot be used: ${problem}`, {
    next: problem.includes('newer')
      ? 'use that version'
      : 'see which nodes are armed (pilotlight armed), disarm them, and pilotlight reimage --abort forgets it',
  });
}

/** The same, whatever is wrong with it. */
export async function readKept(storage: Pick<Storage, 'read'>): Promise<KeptSlots> {
  const slots: (string | undefined)[] = [];
  for (const name of reimageSlots) slots.push(await storage.read(`${reimageFolder}/${name}`));
  return readSlots(slots as unknown as RunSlots);
}

/**
 * Writes runs to a storage, under its lock, into two files in turn: a write that is cut off leaves the one before. A write that is said again
 * goes over itself.
 */
export class RunWriter {
  readonly #storage: Storage;
  readonly #handle: LockHandle;
  #next: 0 | 1;
  #sequence: number;

  /** @param found what the storage says now */
  constructor(storage: Storage, handle: LockHandle, { kept, next }: Pick<KeptSlots, 'kept' | 'next'>) {
    this.#storage = storage;
    this.#handle = handle;
    this.#next = next;
    this.#sequence = (kept?.sequence ?? 0) + 1;
  }

  /** Throws as Storage does. */
  async write(run: ReimageRun): Promise<void> {
    const [path, sequence] = [reimageSlots[this.#next], this.#sequence];
    const bytes = Buffer.from(runText({ sequence, run }));
    await this.#storage.unpack(this.#handle, reimageFolder, only({ path, bytes }));
    this.#next = this.#next === 0 ? 1 : 0;
    this.#sequence = sequence + 1;
  }
}

async function* only<T>(item: T): AsyncIterable<T> {
  yield item;
}
