import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { World } from '../../src/app/world.ts';
import { freshLab, redeploy } from '../app/arm/lab.ts';
import { ReimageLab } from '../app/reimage/lab.ts';
import { pilotlight, useLab } from './pilotlight.ts';

let lab: ReimageLab;
let prepared: (world: World) => ReimageLab = (world) => new ReimageLab(world);

vi.mock('../../src/adapters/world.ts', async (original) => {
  const actual = await original<typeof import('../../src/adapters/world.ts')>();
  return {
    ...actual,
    createWorld: (settings: Parameters<typeof actual.createWorld>[0]) => {
      lab = prepared(actual.createWorld(settings));
      return lab.world;
    },
  };
});

useLab();
beforeEach(async () => {
  prepared = (world) => new ReimageLab(world);
  rmSync('storage', { recursive: true, force: true });
  mkdirSync('storage');
  freshLab();
  const { createWorld } = await vi.importActual<typeof import('../../src/adapters/world.ts')>(
    '../../src/adapters/world.ts',
  );
  const world = createWorld({ environment: { PATH: process.env.PATH }, cache: false });
  await redeploy(world);
  await world.translator.close();
  mkdirSync('storage/pilotlight/cgi-bin');
  writeFileSync('storage/pilotlight/cgi-bin/gate', '#!/bin/sh\n');
});

const run = (...args: string[]) => pilotlight(['reimage', ...args]);

describe('reimage', () => {
  test('plans, installs, and tells as it goes', async () => {
    const { code, stdout, stderr } = await run('lenovo2', '--yes', '--report', 'ran.html');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /1 {3}lenovo2\.lab\.home\.lerenn\.net {3}join +asked for +\S+101743 \(serial S1\) +ssh\n/,
    );
    expect(stdout).toMatch(/✓ lenovo2\S+ is installed \(\d+ s\)\n✓ 1 of 1 nodes done · \d+ s\n$/);
    expect(stderr.split('\n').filter((line) => line.startsWith('lenovo2'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^lenovo2\S+: left etcd \(\d+ s\)$/),
        expect.stringMatching(/^lenovo2\S+: fetched its Ignition \(\d+ s\)$/),
        expect.stringMatching(/^lenovo2\S+: is what the plan says \(\d+ s\)$/),
      ]),
    );
    const status = await pilotlight(['status', '--to', 'storage']);
    expect((await pilotlight(['status', '--nodes'])).stdout).toMatch(
      /lenovo1\S+ +server +0{12} .* it runs another generation\nlenovo2\S+ +server .*\n/,
    );
    expect(status.stdout).toMatch(/reimaged [0-9a-f]{12} lenovo2\.lab\.home\.lerenn\.net by /);
    expect((await pilotlight(['report', '--run', '--to', 'storage', '--out', 'run.html'])).code).toBe(0);
    for (const file of ['ran.html', 'run.html']) {
      const page = readFileSync(file, 'utf8');
      expect(page).toContain('1 of 1 node done');
      expect(page).toContain('<td class="step">draining</td>');
      expect(page).toMatch(/installed<\/span><h3>lenovo2\.lab\.home\.lerenn\.net/);
    }
    expect(readFileSync('ran.html', 'utf8')).toContain('Told while it ran');
  });

  test('wants a yes where nobody can be asked', async () => {
    const { code, stderr } = await run('lenovo2');
    expect({ code, stderr: stderr.split('\n').slice(-3) }).toEqual({
      code: 4,
      stderr: [
        '✗ nothing was done: nobody is here to say yes',
        '  say --yes, or --carry-out with a plan that was approved',
        '',
      ],
    });
    expect(lab.done).toEqual([]);
  });

  test('carries out a plan that was approved, and no other', async () => {
    const planned = await run('lenovo2', '--plan', '--format', 'json');
    expect(planned.code).toBe(0);
    expect(JSON.parse(planned.stdout)).toMatchObject({
      version: 1,
      site: 'lab',
      plan: { nodes: [{ name: 'lenovo2' }], refusals: [] },
      outcome: null,
    });
    writeFileSync('plan.json', planned.stdout);
    const other = await run('lenovo1', '--carry-out', 'plan.json');
    expect(other.code).toBe(4);
    expect(other.stderr).toContain('this is not the plan that was given');
    const { code, stdout } = await run('lenovo2', '--carry-out', 'plan.json', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).outcome).toMatchObject({ phase: 'done', nodes: [{ status: 'done' }] });
  });

  test('prints everything that speaks against a plan, and exits with 4', async () => {
    prepared = (world) => {
      const made = new ReimageLab(world);
      made.lose('lenovo3');
      return made;
    };
    const { code, stdout } = await run('lenovo1', 'lenovo3', '--plan');
    expect(code).toBe(4);
    expect(stdout).toMatch(/✗ lenovo3\S+: it does not answer/);
    const markdown = await run('lenovo1', 'lenovo3', '--plan', '--format', 'markdown');
    expect(markdown.stdout).toContain('**Refused**');
  });

  test('draws a line a node on a terminal', async () => {
    const { code, stderr } = await pilotlight(['reimage', '--all', '--yes'], { terminal: true });
    expect(code).toBe(0);
    expect(stderr).toMatch(/lenovo1\S+ +.*draining/);
    expect(stderr).toContain('\u001b[3A\u001b[J');
  });
});
