import { LockLost } from '../../ports/storage.ts';
import { parseOwner } from '../lock.ts';
import type { ReadStorage } from './readStorage.ts';
import type { Run } from './run.ts';

/** Reads the storage once more, now that nobody else may change it. */
export async function readUnderLock<T extends Pick<ReadStorage, 'survey' | 'state'>>(
  { handle, standing }: Run,
  read: () => Promise<T>,
): Promise<T> {
  const answer = await read();
  const { lock } = answer.survey;
  const ours = lock?.number === handle.number && parseOwner(lock.owner)?.token === handle.token;
  if (!ours) throw new LockLost();
  standing.read(answer.state);
  return answer;
}
