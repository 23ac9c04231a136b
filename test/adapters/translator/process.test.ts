import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const createTranslator = new URL('../../../src/adapters/translator/createTranslator.ts', import.meta.url)
  .href;

/** Runs a program of its own that has a translator `t`, and answers how it ended. */
function runProgram(body: string): { status: number | null; stdout: string; stderr: string } {
  const program = `const { createTranslator } = await import('${createTranslator}');
    const t = createTranslator({ workers: 2 });
    const plain = 'variant: fcos\\nversion: 1.7.0\\n';
    ${body}`;
  const args = ['--input-type=module', '--eval', program];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 50_000 });
}

test.each([
  ['never used', ''],
  ['used and closed', 'await t.translate(plain, { strict: true }); await t.close();'],
  ['started early and never used', 'createTranslator({ startEarly: true });'],
  ['used and forgotten', 'await t.translate(plain, { strict: true });'],
])('a process with a translator that is %s ends by itself', (_, body) => {
  expect(runProgram(body)).toEqual(expect.objectContaining({ status: 0, stderr: '' }));
});

test('a process does not end while a translation is awaited', () => {
  const body = `await t.translate(plain, { strict: true });
    console.log((await t.translate(plain, { strict: true })).ignition);`;
  expect(runProgram(body).stdout).toBe('{"ignition":{"version":"3.6.0"}}\n');
});
