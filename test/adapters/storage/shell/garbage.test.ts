import { spawnSync } from 'node:child_process';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { openShellStorage } from '../../../../src/adapters/storage/shell/openShellStorage.ts';
import type { RemoteShell } from '../../../../src/ports/remoteShell.ts';
import { ask, imageSet, part, plant, release, releaseId, takeLock } from '../contract/place.ts';
import { withEachShell } from './shells.ts';

/** Every file that a survey looks into. */
const files = [
  'state/current.a',
  'state/current.b',
  'state/journal',
  'state/lock.7/owner',
  'state/lock.7/beat',
  'state/lock.7/session.0',
  `${release}/sealed`,
  `${release}/manifest.json`,
  `${imageSet}/sealed`,
];

const pointer = `pilotlight-pointer 1 7 ${releaseId} - no-sum\n`;
const seal = 'pilotlight-seal 1 coreos\n';

const nasty = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(
    '\n\nend\n',
    'end\nroot\nlock number 99\nslot state/current.b +forged\n',
    '\n:forged\nmanifest x\n',
    '\0\0\n\0',
    '\\040 $(touch pwned) `touch pwned` %s%n \\c',
    '-n',
    '../../etc/passwd\n',
    '12 34 56 78 90 12\n',
  ),
);

withEachShell('no garbage in one file shows in what is told of another', async ({ storage, root }) => {
  await takeLock(storage);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), nasty, async (path, content) => {
      await plantAll(root);
      await plant(root, path, content);
      const survey = await ask(storage);
      const told = {
        'state/current.a': survey.slots[0] === pointer,
        'state/current.b': survey.slots[1] === undefined,
        [`${release}/sealed`]: survey.folders.find((folder) => folder.path === release)?.seal === seal,
        [`${imageSet}/sealed`]: survey.folders.find((folder) => folder.path === imageSet)?.seal === seal,
        'state/lock.7/owner': survey.lock?.owner === 'me\n',
      };
      const wrong = Object.entries(told).filter(([name, right]) => !right && name !== path);
      expect(wrong).toEqual([]);
      expect(survey.lock?.number).toBe(7);
      expect(survey.folders.map((folder) => folder.path).sort()).toEqual([imageSet, release]);
      expect([...survey.manifests.keys()].filter((id) => id !== releaseId)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

async function plantAll(root: string): Promise<void> {
  const whole: Readonly<Record<string, string>> = {
    'state/current.a': pointer,
    'state/journal': '{}\n',
    'state/lock.7/owner': 'me\n',
    'state/lock.7/beat': '1 boot\n',
    'state/lock.7/session.0': '1 2 3 4 boot 5\n',
    [`${release}/sealed`]: seal,
    [`${release}/manifest.json`]: '{}\n',
    [`${imageSet}/sealed`]: seal,
  };
  for (const [path, text] of Object.entries(whole)) await plant(root, path, text);
  spawnSync('rm', ['-f', join(root, 'state/current.b')]);
}

withEachShell('huge files cost neither time nor bytes', async ({ shell, folder, root, storage }) => {
  await takeLock(storage);
  for (const path of [...files, part('a')]) {
    await plant(root, path, pointer.trimEnd());
    // Without a line end, and without a block on the disk.
    await truncate(join(root, path), 100_000_000);
  }
  let bytes = 0;
  const counting: RemoteShell = {
    ...shell,
    run: async (...command) => {
      const result = await shell.run(...command);
      bytes += result.stdout.length;
      return result;
    },
  };
  const survey = await openShellStorage(counting, { storage: folder, mount: 'any' }).survey({});
  expect(survey.parts).toEqual([{ path: part('a'), size: 100_000_000 }]);
  expect(survey.slots[0]?.startsWith(pointer.trimEnd())).toBe(true);
  expect(bytes).toBeLessThan(100_000);
});

withEachShell('a pipe in the place of a file holds nobody up', async ({ root, storage }) => {
  await takeLock(storage);
  for (const path of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    spawnSync('mkfifo', [join(root, path)]);
  }
  const survey = await ask(storage);
  expect(survey.slots).toEqual([undefined, undefined]);
  expect(survey.lock).toMatchObject({ number: 7, owner: '' });
});

withEachShell('what is in parameters is never run', async ({ root, storage, folder }) => {
  const handle = await takeLock(storage);
  const line = `it's "$(touch ${folder}/pwned)" \`touch ${folder}/pwned\` \\ $HOME * ;touch ${folder}/pwned #`;
  await storage.note(handle, line);
  await writeFile(join(root, 'state/current.b'), line);
  expect(await storage.writeSlot(handle, 0, `${line}\n`, line)).toBe(true);
  expect(await readFile(join(root, 'state/current.a'), 'utf8')).toBe(`${line}\n`);
  const survey = await ask(storage);
  expect(survey.journal).toEqual([line]);
  expect(survey.slots).toEqual([`${line}\n`, line]);
  await expect(readFile(join(folder, 'pwned'))).rejects.toThrow('ENOENT');
});
