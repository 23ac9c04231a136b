import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { edit, pilotlight, useLab } from '../cli/pilotlight.ts';
import { read, root } from './project.ts';

useLab();

interface Pattern {
  readonly regexp: string;
  readonly [field: string]: string | number;
}

test('the problem matcher reads what check prints, and the page has the same', async () => {
  edit('inventory/nodes/lenovo1.yaml', 'role: server', 'role: serverr');
  const { stdout } = await pilotlight(['check']);
  const { problemMatcher } = JSON.parse(read('.github/pilotlight-matcher.json')) as {
    problemMatcher: { pattern: Pattern[] }[];
  };
  const pattern = problemMatcher[0]?.pattern[0];
  const found = stdout.split('\n').flatMap((line) => new RegExp(pattern?.regexp ?? '').exec(line) ?? []);
  expect(found.slice(1, 7)).toEqual([
    'inventory/nodes/lenovo1.yaml',
    expect.stringMatching(/^\d+$/),
    '7',
    'error',
    'PL1103',
    'role is serverr; it must be server, agent or none',
  ]);
  expect(read('docs/editors.md')).toContain(JSON.stringify(pattern?.regexp));
});

test('hooks of pre-commit run from a checkout of Pilotlight, which needs nothing beside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-hook-'));
  try {
    cpSync(join(root, 'inventory'), join(folder, 'inventory'), { recursive: true });
    const hooks = parse(read('.pre-commit-hooks.yaml')) as {
      entry: string;
      language: string;
      files: string;
    }[];
    expect(hooks).toHaveLength(2);
    for (const { entry, language, files } of hooks) {
      expect(language).toBe('script');
      expect('inventory/nodes/lenovo1.yaml').toMatch(new RegExp(files));
      const [program = '', ...args] = entry.split(' ');
      accessSync(join(root, program), constants.X_OK);
      const { status, stderr } = spawnSync(join(root, program), args, { cwd: folder, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the Renovate preset finds the version of K3s in a site, and nothing else', () => {
  const { customManagers } = JSON.parse(read('default.json')) as {
    customManagers: { matchStrings: string[]; managerFilePatterns: string[]; versioningTemplate: string }[];
  };
  const [manager] = customManagers;
  const found = (text: string) => new RegExp(manager?.matchStrings[0] ?? '').exec(text)?.groups?.currentValue;
  expect(found(read('inventory/site.yaml'))).toBe('v1.34.1+k3s1');
  expect(found('k3s: { cni: cilium, version: "v1.35.0+k3s2" }\n')).toBe('v1.35.0+k3s2');
  expect(found('k3s:\n  cni: none\n  # why\n  version: v1.35.0+k3s2\n')).toBe('v1.35.0+k3s2');
  expect(found('k3s:\n  cni: none\ncoreos:\n  version: v1.35.0+k3s2\n')).toBeUndefined();
  expect('v1.35.0+k3s2').toMatch(new RegExp(manager?.versioningTemplate.replace(/^regex:/, '') ?? ''));
  const files = manager?.managerFilePatterns.map((pattern) => new RegExp(pattern.slice(1, -1)));
  expect(files?.some((pattern) => pattern.test('inventory/paris/site.yaml'))).toBe(true);
});
