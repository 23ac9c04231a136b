import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { requireTool } from '../tools/tools.ts';
import { projectFiles, read, root } from './project.ts';

const binary = /\.(br|png|ico|woff2|gz)$/;

/** `path:line: text` of each line that a pattern is found in. */
function linesWith(pattern: RegExp, paths: readonly string[]): string[] {
  return paths
    .filter((path) => !binary.test(path))
    .flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 160)}`] : [],
        ),
    );
}

describe('the files of the project', () => {
  test.for([
    // Homes of users of a node appear in tests; those of a person's machine nowhere.
    [
      'a folder of somebody’s machine',
      /\/home\/(?!core\b|ops\b|runner\b|[<{$])[a-z]|\/Users\/[a-z]|\/work\/(main|shared)\b/,
    ],
    [
      'a host of a package registry',
      /\bregistry\.(npmjs\.org|yarnpkg\.com)|\bproxy\.golang\.org|\bpypi\.org/,
    ],
    ['work that is left to do', /\b(TO[D]O|FIX[M]E|X[X]X)\b/],
    ['a test that is left out or alone', /\b(test|describe|it)\.(only|todo|skip)\(/],
  ] as const)('name nowhere %s', ([, pattern], context) => {
    requireTool('git', context);
    const paths = projectFiles().filter((path) => !/^(dist\/|package-lock\.json$)/.test(path));
    expect(linesWith(pattern, paths)).toEqual([]);
  });

  test('end with a line break, and have no trailing carriage returns', (context) => {
    requireTool('git', context);
    const sources = projectFiles().filter((path) => /\.(ts|mjs|sh|md|ya?ml|json|go)$/.test(path));
    const ours = sources.filter((path) => !/^(dist|src\/generated|test)\//.test(path));
    expect(ours.filter((path) => /\r\n/.test(read(path)) || !/\n$/.test(read(path)))).toEqual([]);
  });

  test('under src have at most 200 lines', (context) => {
    requireTool('git', context);
    const sources = projectFiles().filter((path) => /^src\/(?!generated\/).*\.(ts|sh)$/.test(path));
    const long = sources.filter((path) => read(path).trimEnd().split('\n').length > 200);
    expect(long).toEqual([]);
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(read('package.json'));

  test('ships what a run needs: the program, the schemas, the example and the action', () => {
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'schemas', 'inventory', 'action.yml']));
    for (const path of [...manifest.files, manifest.bin.pilotlight])
      expect(existsSync(join(root, path)), path).toBe(true);
  });

  test('says which Node and which licence', () => {
    expect(manifest.engines.node).toBe('>=20.19');
    expect(manifest.license).toBe('Apache-2.0');
  });

  test('needs nothing when it runs: all dependencies are bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
  });
});

test('LICENSE is the text of the Apache License 2.0, unchanged', () => {
  const published = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30';
  expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(published);
});

test('package-lock.json names no host, and has a digest for each package', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }>;
  };
  const others = Object.entries(packages).filter(([path, { inBundle }]) => path !== '' && inBundle !== true);
  expect(others.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  expect(others.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
});

describe('action.yml', () => {
  const action = parse(read('action.yml')) as {
    inputs: Record<string, { description?: string }>;
    outputs: Record<string, { description?: string }>;
  };

  test('has the inputs that src/action reads, and no other', () => {
    const sources = projectFiles().filter((path) => /^src\/action\/.*\.ts$/.test(path));
    const reading = /\b(?:getInput|getBooleanInput|optional|flag|choice|wholeNumber|timeOf)\('([a-z-]+)'/g;
    const names = sources.flatMap((path) => [...read(path).matchAll(reading)]);
    expect([...new Set([...names].map(([, name]) => name))].sort()).toEqual(
      Object.keys(action.inputs).sort(),
    );
  });

  test('describes each input and output', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs }))
      expect(description, name).toMatch(/\S{2,}.*\.$/s);
  });

  test('has the outputs that src/action sets, and no other', () => {
    const source = read('src/action/outputs.ts');
    for (const name of Object.keys(action.outputs)) expect(source, name).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
