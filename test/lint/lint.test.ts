import { describe, expect, test } from 'vitest';
import type { Locate } from '../../src/lint/ignition/flaw.ts';
import { createLinter, lintScripts, type SectionedConfig } from '../../src/lint/lint.ts';
import { service } from './support.ts';

const shared = { path: '/usr/bin/x', mode: 0o755, contents: { inline: '#!/bin/sh\ntrue\n' } };
const run = { name: 'a.service', enabled: true, contents: service('/usr/local/bin/y') };

const config = (...files: object[]): SectionedConfig => ({
  kernel_arguments: [{ value: { should_exist: ['a'], should_not_exist: ['a'] } }],
  'storage.files': files.map((value) => ({ value })),
  'storage.directories': [],
  'systemd.units': [{ value: run }],
});

const locate: Locate = (pointer, within) => ({
  file: pointer.join('/'),
  line: within?.line ?? 1,
  column: within?.column ?? 1,
});

describe('createLinter', () => {
  test('asks for places by paths into the Butane document', () => {
    const findings = createLinter().lintNode(config({ path: '/etc/x' }, shared), locate);
    expect(findings.map((each) => [each.code, each.place.file])).toEqual([
      ['PL3201', 'storage/files/1/path'],
      ['PL3213', 'kernel_arguments/should_not_exist/0'],
      ['PL3240', 'systemd/units/0/contents'],
    ]);
  });

  test('what nodes share is placed once and answered as the same finding', () => {
    const linter = createLinter();
    let asked = 0;
    const counting: Locate = (pointer, within) => {
      if (pointer[1] === 'files') asked++;
      return locate(pointer, within);
    };
    const [first] = linter.lintNode(config(shared), counting);
    const [second] = linter.lintNode(config(shared, { path: '/etc/hosts' }), counting);
    expect(first?.code).toBe('PL3201');
    expect(second).toBe(first);
    expect(asked).toBe(1);
  });

  test('rules that look at several elements are asked for each node', () => {
    const linter = createLinter();
    const tool = { path: '/usr/local/bin/y', mode: 0o755, contents: { inline: '#!/bin/sh\n' } };
    const missing = (files: object[]) =>
      linter.lintNode(config(...files), locate).filter((each) => each.code === 'PL3240').length;
    expect([missing([]), missing([tool]), missing([])]).toEqual([1, 0, 1]);
  });

  test('scripts are collected with their paths, and comments placed there', () => {
    const scripts = createLinter().scriptsOf(config({ path: '/etc/x' }, shared));
    expect(scripts.map((each) => [each.name, each.at])).toEqual([['/usr/bin/x', ['storage', 'files', 1]]]);
    const comment = {
      level: 'error' as const,
      code: 1,
      message: 'x',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 2,
    };
    const comments = new Map(scripts.map((each) => [each.script.id, [comment]]));
    const [told] = lintScripts(scripts, comments, locate);
    expect(told?.place).toMatchObject({ file: 'storage/files/1/contents/inline', line: 2, column: 1 });
  });
});

describe('hostile sizes', () => {
  const told = (contents: string) =>
    createLinter().lintNode({ 'systemd.units': [{ value: { name: 'a.service', contents } }] }, locate).length;

  test.each([
    'Nonsense=x\n',
    'Type=nonsense\n',
    'nonsense\n',
    'ExecStart=a/b\n',
    'ExecStart=/bin/sh -c "curl x"\n',
    'API_TOKEN=abcdefghijkl\n',
  ])('%j ten thousand times is told some fifty times', (line) => {
    const count = told(`[Service]\n${line.repeat(10_000)}`);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(200);
  });

  test('a chain of units that is longer than the stack', () => {
    const units = Array.from({ length: 20_000 }, (_, index) => ({
      value: {
        name: `u${index}.service`,
        enabled: true,
        contents: service('/usr/bin/true', `After=u${index + 1}.service`),
      },
    }));
    expect(
      createLinter()
        .lintNode({ 'systemd.units': units }, locate)
        .map((each) => each.code),
    ).toEqual(['PL3229']);
  });
});
