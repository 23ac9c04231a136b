import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repositoryFiles } from '../../src/init/repository/files.ts';
import { isPlainFolder } from '../../src/init/repository/setup.ts';
import { workflowNames } from '../../src/init/repository/workflows.ts';

const root = join(import.meta.dirname, '../..');
const files = repositoryFiles(
  { inventory: 'rack', version: 'v1.2.3', secrets: ['ADA', 'K3S_TOKEN'] },
  { workflows: true },
);
const text = (path: string) => files.get(path) ?? '';

describe.each(workflowNames)('the workflow %s', (name) => {
  const caller = parse(text(`.github/workflows/${name}.yml`));
  const job = caller.jobs[name];
  const called = parse(readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8'));

  test('calls the reusable one with inputs and secrets that it has', () => {
    const { inputs, secrets = {} } = called.on.workflow_call;
    expect(job.uses).toBe(`lerenn/pilotlight/.github/workflows/${name}.yml@v1.2.3`);
    expect(Object.keys(job.with).filter((input) => !Object.hasOwn(inputs, input))).toEqual([]);
    expect(Object.keys(job.secrets ?? {}).filter((secret) => !Object.hasOwn(secrets, secret))).toEqual([]);
  });

  test('grants what the jobs of the reusable one ask for, and nothing of its own', () => {
    expect(caller.permissions).toEqual({});
    const asked = Object.values<{ permissions?: Record<string, string> }>(called.jobs).flatMap(
      ({ permissions = {} }) => Object.entries(permissions),
    );
    for (const [scope, level] of asked)
      expect(
        `${scope}: ${level === 'read' && job.permissions[scope] === 'write' ? level : job.permissions[scope]}`,
      ).toBe(`${scope}: ${level}`);
  });
});

test('lines with secrets read values from files, and hold none', () => {
  expect(text('SECRETS.md')).toContain('gh secret set PILOTLIGHT_SECRETS --env reimage < secrets.env');
  expect(text('SECRETS.md')).toContain('- `ADA`');
  expect(text('SECRETS.md')).not.toMatch(/gh secret set .*--body/);
  expect(text('.gitignore').split('\n')).toContain('secrets.env');
});

test('editors, hooks and Renovate get the version', () => {
  expect(Object.keys(JSON.parse(text('.vscode/settings.json'))['yaml.schemas'])[0]).toContain(
    '/v1.2.3/schemas/site.schema.json',
  );
  expect(parse(text('.pre-commit-config.yaml')).repos[0]).toMatchObject({
    rev: 'v1.2.3',
    hooks: [{ id: 'pilotlight-check', args: ['--inventory', 'rack'] }],
  });
  expect(JSON.parse(text('renovate.json')).extends).toContain('github>lerenn/pilotlight#v1.2.3');
});

test.each([
  ['inventory', true],
  ['a/b', true],
  ['.', true],
  ['..', false],
  ['a/../b', false],
  ['/a', false],
  ['a b', false],
  ['${{x}}', false],
  ['-x', false],
  ['a/', false],
  ['a\nb', false],
])('%j as a folder: %j', (folder, plain) => expect(isPlainFolder(folder)).toBe(plain));
