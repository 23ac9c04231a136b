import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createWorld } from '../../src/adapters/world.ts';
import { freshLab, redeploy } from '../app/arm/lab.ts';
import { root, useLab } from '../cli/pilotlight.ts';
import { keptGate } from './reimageProcess/gateFile.ts';
import { runAction, type Step, type StepResult } from './support/runAction.ts';
import type { Workspace } from './support/workspace.ts';

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
  writeFileSync('gate.json', '[]');
});

/** Runs a part of the action in the lab. */
function part(
  name: 'main' | 'post',
  inputs: Readonly<Record<string, string>>,
  { trouble = '', ...step }: Omit<Step, 'inputs'> & { readonly trouble?: string } = {},
): Promise<StepResult> {
  const around = mkdtempSync(join(tmpdir(), 'pilotlight-runner-'));
  onTestFinished(() => rmSync(around, { recursive: true, force: true }));
  const workspace = { folder: process.cwd(), around } as Workspace;
  return runAction(join(root, 'test/action/reimageProcess/program.ts'), workspace, {
    commit: '0'.repeat(40),
    ...step,
    inputs: { command: 'reimage', out: 'plans', 'lock-timeout': '0', ...inputs },
    environment: {
      LAB_PART: name,
      LAB_TROUBLE: trouble,
      K3S_TOKEN: 'sesame-sesame',
      PILOTLIGHT_CACHE: resolve('.cache'),
      NODE_NO_WARNINGS: '1',
    },
  });
}

const hostname = 'lenovo2.lab.home.lerenn.net';

describe('reimage', () => {
  test('plans, and carries out that plan and nothing else, with its time line in the summary', {
    timeout: 180_000,
  }, async () => {
    const planned = await part('main', { nodes: ' lenovo2,\n', 'dry-run': 'true' });
    expect(planned.annotations).toEqual([]);
    expect(planned.code).toBe(0);
    const file = planned.outputs['reimage-plan'] ?? '';
    expect(file).toBe(resolve('plans/reimage-plan.json'));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ site: 'lab', outcome: null });
    expect(planned.outputs.reimaged).toBe('[]');
    expect(planned.summary).toContain(`| 1 | <code>${hostname}</code> | join |`);
    expect(planned.summary).toMatch(
      /n\d\["lenovo2\S+<br>192\.168\.26\.12<br>will be installed anew"\]:::todo/,
    );
    const approved = join(process.cwd(), 'approved.json');
    writeFileSync(approved, readFileSync(file));
    const done = await part('main', { 'carry-out': approved, force: 'true' });
    expect(done.annotations).toEqual([]);
    expect(done.code).toBe(0);
    expect(done.outputs.reimaged).toBe(JSON.stringify([hostname]));
    expect(done.log).toMatch(/lenovo2\S+: fetched its Ignition \(/);
    expect(done.summary).toMatch(/n\d\["lenovo2\S+<br>192\.168\.26\.12<br>installed"\]:::good/);
    expect(done.summary).toContain('gantt\n');
    expect(JSON.parse(done.state.arms ?? '')).toEqual([]);
    // The value was masked before anything could show it; it is nowhere else.
    const masks = done.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
    expect(masks).toContain('sesame-sesame');
    expect(done.log.split('sesame-sesame')).toHaveLength(
      1 + masks.filter((each) => each === 'sesame-sesame').length,
    );
    const text = readFileSync(approved, 'utf8').replace(/"device": "[^"]+"/, '"device": "/dev/sdz"');
    writeFileSync(approved, text);
    const other = await part('main', { 'carry-out': approved });
    expect(other.code).toBe(1);
    expect(other.annotations[0]?.message).toContain('this is not the plan that was given');
  });

  test('killed on its way, its end disarms and gives the lock back; resume finishes it', {
    timeout: 180_000,
  }, async () => {
    let killed = false;
    const main = await part(
      'main',
      { nodes: 'lenovo2' },
      {
        trouble: 'lenovo2',
        watch: (output, kill) => {
          if (killed || !/lenovo2\S+: restarted/.test(output)) return;
          killed = true;
          kill('SIGKILL');
        },
      },
    );
    expect(main.code).toBe(null);
    expect(keptGate().armed.size).toBe(1);
    // What was known by then is in the summary nevertheless.
    expect(main.summary).toMatch(/running: (?:restarting|waiting for the network boot) \|/);
    expect(main.state.arms).not.toContain('sesame');
    const post = await part('post', {}, { state: main.state });
    expect([post.code, post.annotations]).toEqual([0, []]);
    expect(post.log).toContain(`${hostname} was disarmed\nthe lock of lab was given back`);
    expect(keptGate().armed.size).toBe(0);
    const again = await part('post', {}, { state: main.state });
    expect(again.log).toContain(`${hostname} had been disarmed already\n`);
    const refused = await part('main', { nodes: 'lenovo2' });
    expect(refused.annotations[0]?.message).toContain('a reimage did not come to its end');
    // The lab's gate is new in every process, like that of a router that started anew: it is armed again by itself.
    const resumed = await part('main', { resume: 'true' });
    expect(resumed.annotations).toEqual([]);
    expect(resumed.outputs.reimaged).toBe(JSON.stringify([hostname]));
    expect(resumed.log).toContain('it is not armed any more: the gate knows nothing of it');
  });

  test('cancelled on its way, it disarms by itself, and says how to go on', {
    timeout: 180_000,
  }, async () => {
    let sent = false;
    const main = await part(
      'main',
      { nodes: 'lenovo2' },
      {
        trouble: 'lenovo2',
        watch: (output, kill) => {
          if (sent || !/lenovo2\S+: restarted/.test(output)) return;
          sent = true;
          kill('SIGINT');
        },
      },
    );
    expect(main.code).toBe(1);
    expect(main.annotations.at(-1)?.message).toContain(
      'the reimage stopped: 0 of 1 nodes are done – `resume: true` goes on from there',
    );
    expect(keptGate().armed.size).toBe(0);
    expect(JSON.parse(main.state.arms ?? '')).toEqual([]);
    expect(JSON.parse(main.state.locks ?? '')).toEqual([]);
  });
});
