import { describe, expect, test } from 'vitest';
import { ownerText } from '../../../src/deploy/lock.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import { LockLost } from '../../../src/ports/storage.ts';
import { RunWriter, readKept, readStoredRun } from '../../../src/reimage/run/storedRun.ts';
import { newRun } from '../../../src/reimage/steps/next.ts';
import type { ReimageRun } from '../../../src/reimage/steps/run.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import type { AtPoint } from '../../fakes/memoryConnection.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';

const runOf = (id: string): ReimageRun =>
  newRun(id, {
    schemaVersion: 1,
    site: 'lab',
    release: '0'.repeat(64) as Digest,
    nodes: [],
    agentsAtATime: 1,
    drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
    refusals: [],
    warnings: [],
  });

const owner = (token: string) =>
  ownerText({ token, command: 'reimage', who: 'louis', host: 'laptop', process: 1, since: 1 });

async function locked(atPoint?: AtPoint) {
  const router = new MemoryRouter();
  const storage = new MemoryStorage(router, atPoint);
  const handle = { number: 1, token: 'a'.repeat(32) };
  await storage.lock(handle, owner(handle.token));
  return { router, storage, handle };
}

describe('a run on the storage', () => {
  test('is the last one that was written, in either file', async () => {
    const { storage, handle } = await locked();
    expect(await readStoredRun(storage)).toBeUndefined();
    const writer = new RunWriter(storage, handle, await readKept(storage));
    for (const [index, id] of ['one', 'two', 'three'].entries()) {
      await writer.write(runOf(id));
      expect(await readStoredRun(storage)).toMatchObject({ sequence: index + 1, run: { id } });
    }
    await new RunWriter(storage, handle, await readKept(storage)).write(runOf('four'));
    expect(await readStoredRun(storage)).toMatchObject({ sequence: 4, run: { id: 'four' } });
  });

  test.each(['within', 'after'] as const)(
    'is not lost when the connection breaks %s a write',
    async (moment) => {
      let broken = false;
      const { storage, handle } = await locked((point) => {
        if (!broken || point.operation !== 'unpack' || point.moment !== moment) return;
        broken = false;
        throw new ConnectionLost('it broke');
      });
      const writer = new RunWriter(storage, handle, await readKept(storage));
      await writer.write(runOf('one'));
      broken = true;
      await expect(writer.write(runOf('two'))).rejects.toBeInstanceOf(ConnectionLost);
      await storage.reconnect();
      expect((await readStoredRun(storage))?.run.id).toBe(moment === 'within' ? 'one' : 'two');
      await writer.write(runOf('two'));
      expect(await readStoredRun(storage)).toMatchObject({ sequence: 2, run: { id: 'two' } });
    },
  );

  test('is not written without the lock', async () => {
    const { router, storage, handle } = await locked();
    const writer = new RunWriter(storage, handle, await readKept(storage));
    await writer.write(runOf('one'));
    const other = new MemoryStorage(router);
    await other.lock({ number: 2, token: 'b'.repeat(32) }, owner('b'.repeat(32)));
    await expect(writer.write(runOf('two'))).rejects.toBeInstanceOf(LockLost);
    expect((await readStoredRun(other))?.run.id).toBe('one');
  });

  test('that is damaged is not taken for none', async () => {
    const { router, storage } = await locked();
    router.put('state/reimage/run.a', 'pilotlight-reimage 1 x');
    await expect(readStoredRun(storage)).rejects.toThrow('it is damaged');
  });
});
