import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Storage } from '../../../../src/ports/storage.ts';
import { ask, takeLock } from '../contract/place.ts';
import { directoryPlace } from './place.ts';
import { contents, pointer, wholeDeploy } from './wholeDeploy.ts';

const writer = join(import.meta.dirname, 'writer.ts');

/** Runs a writer, and kills it after a number of steps. Answers how many it made. */
function runAndKill(root: string, number: number, steps: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, root, `${number}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let made = 0;
    child.stdout.on('data', (bytes: Buffer) => {
      made += bytes.length;
      if (made >= steps) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(made));
  });
}

/** What a reader may rely on at any moment: what has a seal is whole. */
async function expectWhole(storage: Storage): Promise<number> {
  const { folders } = await ask(storage);
  const sealed = folders.filter(({ seal }) => seal !== undefined && seal !== '');
  for (const { path } of sealed) {
    expect(await storage.mismatches(path, contents.get(path) ?? new Map()), path).toEqual([]);
  }
  return sealed.length;
}

test('a writer that is killed again and again leaves nothing that looks whole and is not; the next goes on', {
  timeout: 300_000,
}, async () => {
  const { storage, root, close } = await directoryPlace();
  try {
    let number = 0;
    let uploaded = 0;
    for (const steps of [1, 3, 17, 40, 47, 70, 30, 60, 83, 85]) {
      number += 1;
      expect(await runAndKill(root, number, steps)).toBeGreaterThan(0);
      await expectWhole(storage);
      const survey = await ask(storage);
      if (survey.lock?.owner !== '') expect(survey.lock).toMatchObject({ number, connected: false });
      // What a dead writer uploaded is gone on with.
      const size = survey.parts[0]?.size;
      if (size !== undefined) expect(size).toBeGreaterThanOrEqual(uploaded);
      uploaded = size ?? 0;
    }
    const handle = await takeLock(storage, number + 1);
    await wholeDeploy(storage, handle, () => undefined);
    expect(await expectWhole(storage)).toBe(2);
    const { slots, journal, parts } = await ask(storage);
    expect({ slots, journal, parts }).toEqual({
      slots: [pointer, undefined],
      journal: ['deployed'],
      parts: [],
    });
  } finally {
    await close();
  }
});
