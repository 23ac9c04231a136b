import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCase, buildInventory, reproducibleWorld } from '../golden/build.ts';
import { type Case, caseNamed } from '../golden/cases.ts';
import { difference } from '../golden/difference.ts';
import { keptTree } from '../golden/expected.ts';
import { compileCache } from '../tools/compileCache.ts';

const repository = resolve(import.meta.dirname, '../..');
const world = reproducibleWorld();
afterAll(() => world.translator.close());

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'pilotlight-determinism-'));
});
afterAll(() => rmSync(work, { recursive: true }));

const several = ['lab', 'agents-and-groups', 'overlays', 'several-sites'].map(caseNamed);

describe.each(several)('$name is the same release', (each) => {
  test('from another folder, however it is typed, and with its files written in another order', async () => {
    const elsewhere = join(work, 'some where', each.name, 'çopy');
    copyBackwards(inventoryOf(each), elsewhere);
    const usual = await buildCase(each, world);
    const absolute = await buildInventory('/', elsewhere, world);
    const relative = await buildInventory(dirname(elsewhere), './çopy/', world);
    expect(idsOf(usual).length).toBeGreaterThan(0);
    for (const other of [absolute, relative]) {
      expect(difference(withoutReport(keptTree(usual)), withoutReport(keptTree(other)))).toBe('');
      expect(idsOf(other)).toEqual(idsOf(usual));
    }
  });

  test('in a process with another time zone, locale and working folder', async () => {
    expect(process.env.TZ).not.toBe('Pacific/Kiritimati');
    const here = idsOf(await buildCase(each, world));
    const there = publish(each, {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
    });
    expect(here.length).toBeGreaterThan(0);
    expect(there).toEqual(here);
  });
});

test('a byte more in one file is another release', async () => {
  const copy = join(work, 'changed');
  const lab = caseNamed('lab');
  cpSync(inventoryOf(lab), copy, { recursive: true });
  const overlay = join(copy, 'overlays/longhorn.bu');
  writeFileSync(overlay, readFileSync(overlay, 'utf8').replace('iscsi_tcp', 'iscsi_tcp '));
  expect(idsOf(await buildInventory('/', copy, world))).not.toEqual(idsOf(await buildCase(lab, world)));
});

function inventoryOf({ folder }: Case): string {
  return join(folder, 'inventory');
}

function idsOf({ sites }: Awaited<ReturnType<typeof buildCase>>): (string | undefined)[] {
  return sites.map(({ manifest }) => manifest?.release.id);
}

/** The releases alone: a report names files as they were typed. */
function withoutReport(tree: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...tree].filter(([path]) => path !== 'findings.txt'));
}

/** Copies a folder, the last file first. */
function copyBackwards(from: string, to: string): void {
  const paths = readdirSync(from, { recursive: true, encoding: 'utf8' }).sort().reverse();
  for (const path of paths) {
    const { mode } = statSync(join(from, path));
    if (statSync(join(from, path)).isDirectory()) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), readFileSync(join(from, path)), { mode });
  }
}

/** What the command line says it published, run as a program of its own. */
function publish(each: Case, environment: NodeJS.ProcessEnv): string[] {
  const args = ['-i', 'inventory', '--no-cache', 'publish', '--out', join(work, each.name, 'out')];
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(repository, 'src/cli/bin.ts'), ...args],
    {
      cwd: each.folder,
      env: { PATH: process.env.PATH, ...compileCache(), ...environment },
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return [...new Set([...stdout.matchAll(/\b[0-9a-f]{64}\b/g)].map(([id]) => id))];
}
