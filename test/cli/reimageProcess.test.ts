import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createWorld } from '../../src/adapters/world.ts';
import { readSlots } from '../../src/reimage/steps/journal.ts';
import { freshLab, redeploy } from '../app/arm/lab.ts';
import { root, useLab } from './pilotlight.ts';

useLab();
beforeEach(async () => {
  rmSync('storage', { recursive: true, force: true });
  mkdirSync('storage');
  freshLab();
  const world = createWorld({ environment: { PATH: process.env.PATH }, cache: false });
  await redeploy(world);
  await world.translator.close();
  mkdirSync('storage/pilotlight/cgi-bin');
  writeFileSync('storage/pilotlight/cgi-bin/gate', '#!/bin/sh\n');
});

/** `pilotlight reimage` as a process; `signal` is sent to it as soon as it said some words. */
async function reimage(
  args: readonly string[],
  {
    trouble = '',
    when,
    signal = 'SIGINT',
  }: { trouble?: string; when?: RegExp; signal?: NodeJS.Signals } = {},
) {
  const child = spawn(process.execPath, [join(root, 'test/cli/reimageProcess/bin.ts'), 'reimage', ...args], {
    env: {
      PATH: process.env.PATH,
      K3S_TOKEN: 'x',
      LAB_TROUBLE: trouble,
      PILOTLIGHT_CACHE: resolve('.cache'),
      PILOTLIGHT_IMAGES: '.',
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let sent = false;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
      if (sent || when === undefined || !when.test(said)) return;
      sent = true;
      child.kill(signal);
    });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  const lab = JSON.parse(readFileSync('lab.json', 'utf8')) as {
    armed: string[];
    cordoned: string[];
    done: string[];
  };
  return { code, said, lab };
}

function kept() {
  const read = (slot: string) => {
    const path = `storage/pilotlight/state/reimage/run.${slot}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  return readSlots([read('a'), read('b')]).kept?.run;
}

describe('a signal in the middle of a reimage', () => {
  test('while a machine is on its way: it is disarmed, the run is kept, and --resume finishes it', async () => {
    const stopped = await reimage(['lenovo2', '--yes'], {
      trouble: 'stubborn',
      when: /lenovo2\S+: restarted/,
    });
    expect(stopped.said).toContain('stopping… (once more ends at once)');
    expect(stopped.said).toMatch(
      /stopped: 0 of 1 nodes done[^\n]*\n {2}pilotlight reimage --resume goes on from here/,
    );
    expect(stopped.code).toBe(130);
    expect(stopped.lab).toMatchObject({ armed: [], done: ['stop lenovo2', 'arm lenovo2', 'cycle lenovo2'] });
    expect(kept()).toMatchObject({ phase: 'stopped', nodes: [{ status: 'waiting', armed: false }] });
    // The lock is given back: nobody has to wait for it to go stale.
    const resumed = await reimage(['--resume']);
    expect(resumed.said).toMatch(/✓ 1 of 1 nodes done/);
    expect(resumed.code).toBe(0);
    expect(resumed.lab).toMatchObject({ armed: [], cordoned: [] });
    expect(kept()?.phase).toBe('done');
  });

  test('while pods leave: it stays cordoned, and --abort lets them come again', async () => {
    const stopped = await reimage(['lenovo2', '--yes', '--drain-timeout', '10h'], {
      trouble: 'budget',
      when: /a PodDisruptionBudget keeps default\/web/,
      signal: 'SIGTERM',
    });
    expect(stopped.code).toBe(143);
    expect(stopped.lab).toEqual({ armed: [], cordoned: ['lenovo2'], done: [] });
    expect(kept()).toMatchObject({ phase: 'stopped', nodes: [{ step: 'drain', cordoned: true }] });
    const aborted = await reimage(['--abort']);
    expect(aborted.code).toBe(0);
    expect(aborted.lab.cordoned).toEqual([]);
    expect(kept()).toMatchObject({ phase: 'aborted', nodes: [{ cordoned: false }] });
  });
});
