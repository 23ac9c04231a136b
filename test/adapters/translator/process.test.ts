import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 300_000 });
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

test('a process lives until its translator is closed, also when a thread becomes ready meanwhile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-translator-'));
  const marker = JSON.stringify(join(folder, 'ready'));
  const worker = `import { parentPort } from 'node:worker_threads';
    import { writeFileSync } from 'node:fs';
    parentPort.on('message', () => {});
    parentPort.postMessage({ kind: 'ready', module: null });
    writeFileSync(${marker}, '');`;
  // The message is in the queue when close() is called, and is read while the thread is being ended.
  const body = `const { existsSync } = await import('node:fs');
    const workerUrl = new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(worker)}));
    const early = createTranslator({ workerUrl, startEarly: true });
    while (!existsSync(${marker}));
    await early.close();
    console.log('closed');`;
  const ended = runProgram(body);
  rmSync(folder, { recursive: true });
  expect(ended).toEqual(expect.objectContaining({ status: 0, stdout: 'closed\n', stderr: '' }));
});
