import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { requireTool } from '../tools/tools.ts';
import { contentsOf, copyFiles, differing, projectFiles, read, root } from './project.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pilotlight-dist-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of a build without the translator, which has a stamp and a test of its own. */
const bundles = (dist: string) =>
  new Map([...contentsOf(dist)].filter(([path]) => !path.startsWith('translator.')));

describe('dist', () => {
  test('is what npm run build makes of the sources, byte for byte', () => {
    const out = join(folder, 'built');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts', '--out', out], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(
      differing(bundles(join(root, 'dist')), bundles(out)),
      'dist is behind its sources: run npm run build',
    ).toEqual([]);
  });

  test('names no folder of the machine that it was built on', () => {
    const naming = [...bundles(join(root, 'dist'))].filter(([, bytes]) => bytes.includes(`${root}/`));
    expect(naming.map(([path]) => path)).toEqual([]);
  });

  test('has the entry points of package.json and action.yml', () => {
    expect(read('dist/cli.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const main = /^ {2}main: (\S+)$/m.exec(read('action.yml'))?.[1];
    expect(main).toBe('dist/action/main.js');
    expect(existsSync(join(root, main ?? ''))).toBe(true);
  });
});

/** The Nodes of this machine that Pilotlight is made for, by version. */
function installedNodes(): [version: string, path: string][] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  const candidates = [process.execPath, ...folders.map((path) => join(path, 'node')).filter(existsSync)];
  const versions = candidates.map((path): [string, string] => [
    spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim(),
    path,
  ]);
  return [...new Map(versions)].filter(([version]) => Number(/^v(\d+)/.exec(version)?.[1]) >= 20);
}

describe.each(installedNodes())('with Node %s and nothing else', (version, node) => {
  test('the demo of a clone goes all the way', (context) => {
    requireTool('git', context);
    const clone = join(folder, version);
    const temporary = join(clone, 'tmp');
    copyFiles(projectFiles(), clone);
    mkdirSync(temporary);
    const { status, stdout, stderr } = spawnSync(node, ['dist/cli.js', 'demo'], {
      cwd: clone,
      encoding: 'utf8',
      env: { HOME: temporary, TMPDIR: temporary },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('✓ 3 nodes booted');
  });
});
