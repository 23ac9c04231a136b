import { afterAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { localFile, readCase, stockButane } from './stock.ts';

const translator = createTranslator({ workers: 1 });
afterAll(() => translator.close());

const strict = { strict: true };
const header = 'variant: fcos\nversion: 1.7.0\n';
const files = [
  localFile('motd', 'Welcome — « à la maison »\n'),
  localFile('keys/core.pub', '# a comment\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMq core@example\n'),
  localFile('units/a.service', '[Service]\nExecStart=/bin/true\n'),
  localFile('tree/bin/run', '#!/bin/sh\necho run\n', true),
  localFile('tree/bin/deep/er/tool', `#!/bin/sh\n${'echo the same line\n'.repeat(500)}`, true),
  localFile('tree/plain.conf', 'key=value\n'),
  localFile('tree/empty', ''),
];

describe('what it answers', () => {
  test('is byte for byte what the stock butane writes', async (context) => {
    const butane = readCase('rich.bu');
    const { ignition, entries } = await translator.translate(butane, strict);
    expect(entries).toEqual([]);
    expect(`${ignition}\n`).toBe(stockButane(context, butane));
  });

  test('is the same with files read by local: and trees:, executable ones among them', async (context) => {
    const butane = readCase('including.bu');
    const { ignition, entries } = await translator.translate(butane, { ...strict, files });
    expect(entries).toEqual([]);
    expect(`${ignition}\n`).toBe(stockButane(context, butane, files));
    const modes = (JSON.parse(ignition ?? '').storage.files as { path: string; mode: number }[]).map(
      ({ path, mode }) => [path, mode],
    );
    expect(modes).toContainEqual(['/etc/tree/bin/run', 0o755]);
    expect(modes).toContainEqual(['/etc/tree/plain.conf', 0o644]);
  });

  test('does not see the files of an earlier call', async () => {
    const butane = `${header}storage: {files: [{path: /a, contents: {local: motd}}]}\n`;
    expect((await translator.translate(butane, { ...strict, files })).ignition).toBeDefined();
    const { ignition, entries } = await translator.translate(butane, { ...strict, files: [] });
    expect(ignition).toBeUndefined();
    expect(entries).toMatchObject([
      { severity: 'error', line: 3, path: ['storage', 'files', 0, 'contents', 'local'] },
    ]);
  });

  test('is the same whoever asks, and however many at once', async () => {
    const many = createTranslator({ workers: 2 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => many.translate(readCase('rich.bu'), strict)),
    );
    expect(new Set(answers.map(({ ignition }) => ignition)).size).toBe(1);
    await many.close();
  });
});

describe('mistakes', () => {
  test('an unknown key is a warning with its place, which strict refuses', async () => {
    const butane = `${header}storage:\n  filez: []\n`;
    const entry = {
      severity: 'warning',
      message: 'unused key filez',
      path: ['storage', 'filez'],
      line: 4,
      column: 3,
    };
    expect(await translator.translate(butane, strict)).toEqual({ entries: [entry] });
    const lenient = await translator.translate(butane, { strict: false });
    expect(lenient).toEqual({ ignition: '{"ignition":{"version":"3.6.0"}}', entries: [entry] });
  });

  test('come sorted by place', async () => {
    const keys = Array.from({ length: 12 }, (_, i) => `key${i}: 1\n`);
    const { entries } = await translator.translate(header + keys.join(''), strict);
    expect(entries.map(({ line }) => line)).toEqual(keys.map((_, i) => i + 3));
  });

  test('a syntax error of YAML has its line', async () => {
    const { entries } = await translator.translate(`${header}storage:\n  files:\n\t- path: /a\n`, strict);
    expect(entries).toMatchObject([{ severity: 'error', line: 5, path: [] }]);
  });

  test('each value of a wrong type is an entry with its line', async () => {
    const { entries } = await translator.translate(`${header}storage:\n  files: 1\n  links: text\n`, strict);
    expect(entries).toMatchObject([
      { severity: 'error', line: 4 },
      { severity: 'error', line: 5 },
    ]);
  });

  test('a relative path is an error at its line and column', async () => {
    const { ignition, entries } = await translator.translate(
      `${header}storage:\n  files:\n    - path: relative\n`,
      strict,
    );
    expect(ignition).toBeUndefined();
    expect(entries).toMatchObject([
      { severity: 'error', line: 5, column: 13, path: ['storage', 'files', 0, 'path'] },
    ]);
  });

  test.each([
    ['nothing at all', ''],
    ['no variant', 'version: 1.7.0\n'],
    ['a version that does not exist', 'variant: fcos\nversion: 9.0.0\n'],
    ['bytes that are no text', '\u0000\u0001'],
    ['a lone surrogate', `${header}\ud800: 1\n`],
    ['local: without a files folder', `${header}storage: {files: [{path: /a, contents: {local: b}}]}\n`],
  ])('%s is an entry', async (_, butane) => {
    const { ignition, entries } = await translator.translate(butane, strict);
    expect(ignition).toBeUndefined();
    expect(entries.length).toBeGreaterThan(0);
  });
});
