import { describe, expect, test } from 'vitest';
import { LockLost } from '../../../src/ports/storage.ts';
import type { PlannedNode, ReimagePlan } from '../../../src/reimage/plan/plan.ts';
import { runReimage } from '../../../src/reimage/run/runReimage.ts';
import type { ReimageSite } from '../../../src/reimage/run/site.ts';
import type { RunnerTools } from '../../../src/reimage/run/tools.ts';
import { newRun } from '../../../src/reimage/steps/next.ts';
import type { ReimageRun } from '../../../src/reimage/steps/run.ts';
import type { Digest } from '../../../src/shared/digest.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { VirtualTime } from './model/time.ts';

const digest = '0'.repeat(64) as Digest;

const agent = (name: string): PlannedNode => ({
  name,
  hostname: name,
  role: 'agent',
  variant: 'agent',
  kubernetesName: name,
  alive: true,
  disk: { device: '/dev/disk/by-id/one', proof: 'seen' },
  keeps: [],
  loses: [],
  power: ['ssh'],
  wanted: digest,
  because: 'asked for',
});

const planOf = (names: readonly string[], agentsAtATime = 2): ReimagePlan => ({
  schemaVersion: 1,
  site: 'lab',
  release: digest,
  nodes: names.map(agent),
  agentsAtATime,
  drain: { deleteEmptyDirData: false, force: false, timeoutSeconds: 300 },
  refusals: [],
  warnings: [],
});

/** Runs a plan on a site where everything works, but for what is changed; answers what was done, in order. */
async function play(
  names: readonly string[],
  changes: Partial<ReimageSite> = {},
  more: (done: string[]) => Partial<RunnerTools> = () => ({}),
) {
  const time = new VirtualTime();
  const done: string[] = [];
  const site: ReimageSite = {
    doStep: async (step, { hostname }) => void done.push(`${hostname} ${step}`),
    disarm: async ({ hostname }) => void done.push(`${hostname} disarmed`),
    uncordon: async ({ hostname }) => void done.push(`${hostname} uncordoned`),
    ...changes,
  };
  let over = false;
  const result = runReimage(
    newRun('1', planOf(names)),
    { kind: 'start' },
    {
      site,
      keep: async () => void done.push('keep'),
      now: () => time.now,
      clock: () => time.now / 1000,
      wait: time.wait,
      ...more(done),
    },
  ).finally(() => {
    over = true;
  });
  result.catch(() => {});
  await time.until(() => over, 1e9);
  return { result, done, time };
}

test('each step is written down before it begins', async () => {
  const { result, done } = await play(['a']);
  const { run, timeLine, left } = await result;
  expect({ phase: run.phase, left }).toEqual({ phase: 'done', left: [] });
  expect(timeLine.map(({ step }) => step)).toHaveLength(11);
  expect(done.slice(0, 4)).toEqual(['keep', 'a prove', 'keep', 'a cordon']);
  for (const [index, each] of done.entries()) if (each !== 'keep') expect(done[index - 1]).toBe('keep');
});

test('agents go on at the same time', async () => {
  const { done } = await play(['a', 'b', 'c']);
  const steps = done.filter((each) => each !== 'keep');
  expect(steps.slice(0, 4)).toEqual(['a prove', 'b prove', 'a cordon', 'b cordon']);
  expect(steps.indexOf('c prove')).toBeGreaterThan(steps.indexOf('a uncordon'));
});

test('a long wait is written down again and again, so that others see that somebody is at it', async () => {
  const time = { waits: 0 };
  const { done } = await play(['a'], {
    doStep: async (_step, _node, { signal }) => {
      if (time.waits++ > 0) return;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw signal.reason;
    },
  });
  // The first step takes two minutes.
  expect(done.filter((each) => each === 'keep').length).toBeGreaterThanOrEqual(3);
});

describe('what cannot be taken back', () => {
  test('is told, and left to the next one', async () => {
    const { result } = await play(['a'], {
      doStep: async (step) => {
        if (step === 'install') throw new Failure('world', 'no DHCP');
      },
      disarm: async () => {
        throw new Failure('world', 'no route', { next: 'look at it' });
      },
    });
    const { run, left } = await result;
    expect(left).toEqual([{ hostname: 'a', what: 'armed', why: 'no route\nlook at it' }]);
    expect(run).toMatchObject({
      phase: 'finishing',
      nodes: [{ status: 'failed', armed: true, problem: 'no DHCP' }],
    });
  });

  test('is tried again for a while', async () => {
    let failures = 4;
    const { result, done } = await play(['a'], {
      doStep: async (step) => {
        if (step === 'install') throw new Failure('world', 'no DHCP');
      },
      disarm: async () => {
        if (failures-- > 0) throw new Failure('world', 'no route');
      },
    });
    expect(await result).toMatchObject({ left: [], run: { phase: 'stopped' } });
    expect(done.at(-1)).toBe('keep');
  });
});

describe('a run that cannot be written down', () => {
  const failingAfter = (count: number, error: Error) => (done: string[]) => ({
    keep: async (run: ReimageRun) => {
      if (run.nodes.some(({ step }) => step === 'netboot') && done.length > count) throw error;
    },
  });

  test('ends, and disarms', async () => {
    const { result, done } = await play(['a'], {}, failingAfter(0, new Failure('world', 'no space left')));
    await expect(result).rejects.toMatchObject({
      message: expect.stringContaining('no space left; what was under way was stopped, and nothing is armed'),
    });
    expect(done.at(-1)).toBe('a disarmed');
    expect(done).not.toContain('a netboot');
  });

  test('because the lock is lost, ends and touches nothing more', async () => {
    const { result, done } = await play(['a'], {}, failingAfter(0, new LockLost()));
    await expect(result).rejects.toMatchObject({ message: expect.stringContaining('took the lock over') });
    expect(done.at(-1)).toBe('a arm');
  });
});

test('a stop ends what is under way', async () => {
  const stop = new AbortController();
  const { result, done } = await play(
    ['a'],
    {
      doStep: async (step, _node, { signal }) => {
        if (step !== 'drain') return;
        stop.abort();
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        throw signal.reason;
      },
    },
    () => ({ signal: stop.signal }),
  );
  const { run } = await result;
  expect(run).toMatchObject({
    phase: 'stopped',
    nodes: [{ step: 'drain', status: 'waiting', cordoned: true }],
  });
  expect(done.filter((each) => each !== 'keep')).toEqual([]);
});
