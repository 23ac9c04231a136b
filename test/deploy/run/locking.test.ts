import { describe, expect, test } from 'vitest';
import { ownerText } from '../../../src/deploy/lock.ts';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import { giveBack } from '../../../src/deploy/run/unlock.ts';
import { ConnectionLost } from '../../../src/ports/remoteShell.ts';
import type { LockHandle } from '../../../src/ports/storage.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { owner, requestFor, served, settings, toolsOf } from './bench.ts';
import { sample } from './sample.ts';

const first = sample('first');
const usual = { ...settings, lock: { graceSeconds: 30, staleSeconds: 300, waitSeconds: 0 } };

/** A router whose lock somebody holds, over a connection that stands. */
async function lockedRouter(): Promise<{ router: MemoryRouter; holder: MemoryStorage; handle: LockHandle }> {
  const router = new MemoryRouter();
  const holder = new MemoryStorage(router);
  const handle = { number: 1, token: 'token-holder' };
  const page = { url: 'https://ci.example/runs/42', who: 'grace@ci' };
  await holder.lock(handle, ownerText({ ...owner, ...page, token: handle.token }));
  return { router, holder, handle };
}

describe('the lock', () => {
  test('a refusal names who has it, since when, where, when it is taken over, and how to wait', async () => {
    const { router } = await lockedRouter();
    const request = requestFor(first, router, { settings: usual });
    const storage = new MemoryStorage(router);
    await expect(deploy(request, toolsOf(storage, router))).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(
        /locked by deploy by grace@ci \(process 4711 on desk\) since 2023-11-14T22:13:20Z, https:\/\/ci.example\/runs\/42: .*; the router serves no release yet/,
      ),
      next: expect.stringMatching(/30 s .* 300 s .*--lock-timeout/),
    });
    expect(storage.said).toEqual(['survey']);
  });

  test('waits until it is given back', async () => {
    const { router, holder, handle } = await lockedRouter();
    const tools = toolsOf(new MemoryStorage(router), router);
    const { wait } = tools;
    const waiting = {
      ...tools,
      wait: async (milliseconds: number, signal?: AbortSignal) => {
        await wait(milliseconds, signal);
        if (tools.waits.length === 3) await holder.unlock(handle);
      },
    };
    const patient = { ...usual, lock: { ...usual.lock, waitSeconds: 600 } };
    const outcome = await deploy(requestFor(first, router, { settings: patient }), waiting);
    expect(outcome.changed).toBe(true);
    expect(tools.events).toContainEqual({
      stage: 'lock',
      subject: expect.stringContaining('waiting for deploy by grace@ci'),
    });
  });

  test('waits no longer than it may', async () => {
    const { router } = await lockedRouter();
    const tools = toolsOf(new MemoryStorage(router), router);
    const patient = { ...usual, lock: { ...usual.lock, waitSeconds: 7 } };
    await expect(deploy(requestFor(first, router, { settings: patient }), tools)).rejects.toThrow(
      /locked by/,
    );
    expect(tools.waits.reduce((sum, each) => sum + each, 0)).toBe(7000);
  });

  test('what was left behind is taken over, with the next number', async () => {
    const { router, holder } = await lockedRouter();
    holder.die();
    router.uptime += 31;
    const tools = toolsOf(new MemoryStorage(router), router);
    await deploy(requestFor(first, router, { settings: usual }), tools);
    expect(router.lockNumbers).toEqual([2]);
    expect(tools.events).toContainEqual({
      stage: 'lock',
      subject: expect.stringContaining('taken over from deploy by grace@ci'),
    });
  });

  test('a run whose lock was taken over writes nothing more', async () => {
    const router = new MemoryRouter();
    let taken: Map<string, Uint8Array> | undefined;
    const storage = new MemoryStorage(router, ({ operation, moment }) => {
      if (operation !== 'unpack' || moment !== 'before' || taken !== undefined) return;
      router.takeOver('another run');
      taken = new Map(router.disk.written);
    });
    await expect(deploy(requestFor(first, router), toolsOf(storage, router))).rejects.toMatchObject({
      message: expect.stringMatching(/taken over by somebody else; the router serves no release yet/),
      next: expect.stringContaining('the same command again'),
    });
    expect(router.disk.written).toEqual(taken);
  });

  test('a run that lost it before it looked again tries no write at all', async () => {
    const router = new MemoryRouter();
    const storage: MemoryStorage = new MemoryStorage(router, ({ operation, moment }) => {
      const surveys = storage.said.filter((each) => each === 'survey').length;
      if (operation === 'survey' && moment === 'before' && surveys === 2) router.takeOver('another run');
    });
    await expect(deploy(requestFor(first, router), toolsOf(storage, router))).rejects.toThrow(/taken over/);
    expect(storage.said).toEqual(['survey', 'lock 1', 'survey', 'unlock 1']);
  });

  test('a later step gives back what a process left, and nothing else', async () => {
    const router = new MemoryRouter();
    const taken: LockHandle[] = [];
    const died = new Promise<void>((resolve) => {
      const storage: MemoryStorage = new MemoryStorage(router, ({ operation }) => {
        if (operation !== 'unpack') return;
        storage.die();
        resolve();
      });
      void deploy(
        requestFor(first, router),
        toolsOf(storage, router, { onLock: (handle) => taken.push(handle) }),
      );
    });
    await died;
    const [{ token } = { token: '' }] = taken;
    expect(router.ownerOf(1)).toContain(token);
    expect(await giveBack(new MemoryStorage(router), 'token-other')).toBe(false);
    let broken = false;
    const flaky = new MemoryStorage(router, ({ operation }) => {
      if (operation !== 'unlock' || broken) return;
      broken = true;
      throw new ConnectionLost('broken pipe');
    });
    expect(await giveBack(flaky, token)).toBe(true);
    expect(router.ownerOf(1)).toBe('');
    expect(await giveBack(new MemoryStorage(router), token)).toBe(false);
  });

  test('a run that is stopped gives it back, and says where things stand', async () => {
    const router = new MemoryRouter();
    const stop = new AbortController();
    const storage = new MemoryStorage(router, ({ operation, moment }) => {
      if (operation === 'append' && moment === 'within') stop.abort(new Error('SIGINT'));
    });
    const tools = toolsOf(storage, router, { signal: stop.signal });
    await expect(deploy(requestFor(first, router), tools)).rejects.toMatchObject({
      kind: 'world',
      message: 'the run was stopped; the router serves no release yet',
      next: 'run the same command again to go on',
    });
    expect(router.ownerOf(1)).toBe('');
    expect(await served(router)).toBeUndefined();
  });

  test('a run that is stopped while the router does not answer ends all the same', async () => {
    const router = new MemoryRouter();
    const stop = new AbortController();
    const storage = new MemoryStorage(router, ({ operation }) => {
      if (operation !== 'append') return undefined;
      stop.abort(new Error('SIGINT'));
      return new Promise<void>(() => {});
    });
    const tools = toolsOf(storage, router, { signal: stop.signal });
    await expect(deploy(requestFor(first, router), tools)).rejects.toThrow(/stopped/);
    expect(tools.waits).toEqual([3000]);
  });

  test('connects again, waiting longer each time, and gives up at last', async () => {
    const router = new MemoryRouter();
    const storage = new MemoryStorage(router, ({ operation }) => {
      if (operation === 'append' || operation === 'reconnect') throw new ConnectionLost('no route to host');
    });
    const tools = toolsOf(storage, router);
    await expect(deploy(requestFor(first, router), tools)).rejects.toMatchObject({
      message: expect.stringMatching(
        /broke, and could not be made again: no route to host; the router serves no release yet/,
      ),
      next: expect.stringContaining('the same command again'),
    });
    expect(tools.waits.slice(0, 5)).toEqual([1000, 2000, 4000, 4000, 4000]);
  });

  test('a line that breaks again and again, but gets on each time, is enough', async () => {
    const router = new MemoryRouter();
    const big = sample('big', '44.1', { size: 1000 });
    let count = 0;
    const storage = new MemoryStorage(router, ({ operation, moment }) => {
      count += 1;
      if (operation === 'append' && moment === 'within' && count % 4 === 0)
        throw new ConnectionLost('broken pipe');
    });
    const outcome = await deploy(requestFor(big, router), toolsOf(storage, router));
    expect(storage.said.filter((each) => each === 'reconnect').length).toBeGreaterThan(6);
    expect(outcome.changed).toBe(true);
  });
});
