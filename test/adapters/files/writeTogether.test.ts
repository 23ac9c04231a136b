import { spawnSync } from 'node:child_process';
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { textFiles } from '../../../src/adapters/files/textFiles.ts';
import { writeTogether } from '../../../src/adapters/files/writeTogether.ts';

const wanted = new Map([
  ['a.yaml', { text: 'new a\n', was: 'old a\n' }],
  ['nodes/b.yaml', { text: 'new b\n', was: undefined }],
  ['c.yaml', { text: 'new c\n', was: 'old c\n' }],
]);
const before = { 'a.yaml': 'old a\n', 'c.yaml': 'old c\n' };
const after = { 'a.yaml': 'new a\n', 'c.yaml': 'new c\n', 'nodes/b.yaml': 'new b\n' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pilotlight-together-'));
  for (const [name, text] of Object.entries(before)) writeFileSync(path.join(folder, name), text);
});
const { rename } = fs.promises;
afterEach(() => {
  setRename(rename);
  rmSync(folder, { recursive: true });
});

function setRename(to: typeof rename): void {
  fs.promises.rename = to;
  syncBuiltinESMExports();
}

/** Lets renames fail from one on: some of them, or all. */
function failFrom(first: number, count: number): void {
  let calls = 0;
  setRename((...paths) => {
    calls += 1;
    const fails = calls >= first && calls < first + count;
    return fails ? Promise.reject(Object.assign(new Error(), { code: 'EIO' })) : rename(...paths);
  });
}

/** All that is below the folder, with what is hidden. */
const there = () =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true, withFileTypes: true }) as fs.Dirent[])
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((name) => [path.relative(folder, name), readFileSync(name, 'utf8')]),
  );

test('all of them are written, and nothing else stays', async () => {
  await writeTogether(folder, wanted);
  expect(there()).toEqual(after);
});

describe.each([1, 2, 3])('the rename number %i fails', (number) => {
  test('and everything is as it was, folders too', async () => {
    failFrom(number, 1);
    await expect(writeTogether(folder, wanted)).rejects.toMatchObject({
      kind: 'world',
      message: expect.stringMatching(/cannot be written: /),
      next: 'nothing was written: mend that, and run the same again',
    });
    expect(there()).toEqual(before);
    expect(readdirSync(folder)).toEqual(['a.yaml', 'c.yaml']);
  });
});

test('where that cannot be taken back, what was there is kept, and it is told where', async () => {
  failFrom(3, 99);
  await expect(writeTogether(folder, wanted)).rejects.toMatchObject({
    message: expect.stringContaining(`could not be taken back: ${path.join(folder, 'a.yaml')}`),
    next: expect.stringContaining(path.join(folder, '.pilotlight-init')),
  });
  expect(there()).toMatchObject({ 'a.yaml': 'new a\n', '.pilotlight-init/0.new.old': 'old a\n' });
});

test.each(['a.yaml', 'nodes/b.yaml'])(
  'what somebody wrote to %s meanwhile stays, and so does the rest',
  async (name) => {
    mkdirSync(path.join(folder, 'nodes'));
    writeFileSync(path.join(folder, name), 'theirs\n');
    await expect(writeTogether(folder, wanted)).rejects.toMatchObject({
      kind: 'refused',
      message: `${path.join(folder, name)} was changed meanwhile, by somebody else`,
    });
    expect(there()).toEqual({ ...before, [name]: 'theirs\n' });
  },
);

test('killed in the middle, each file is whole, and the same again finishes', async () => {
  const module = fileURLToPath(new URL('../../../src/adapters/files/writeTogether.ts', import.meta.url));
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = fs.promises;
    let calls = 0;
    fs.promises.rename = (...paths) => (++calls === 3 ? process.kill(process.pid, 'SIGKILL') : rename(...paths));
    syncBuiltinESMExports();
    const { writeTogether } = await import(${JSON.stringify(module)});
    await writeTogether(${JSON.stringify(folder)}, new Map(${JSON.stringify([...wanted])}));
  `;
  const options = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '--eval', program];
  expect(spawnSync(process.execPath, options).signal).toBe('SIGKILL');
  expect(there()).toMatchObject({ ...after, 'c.yaml': 'old c\n' });
  // As the commands do it: what is as wanted is not written again.
  await writeTogether(folder, new Map([...wanted].slice(2)));
  expect(there()).toEqual(after);
});

test('a device that never ends is too big to be a text', async () => {
  await expect(textFiles.read('/dev/zero')).rejects.toMatchObject({
    kind: 'usage',
    message: expect.stringContaining('too big to be a text'),
  });
});
