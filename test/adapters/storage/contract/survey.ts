import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { sha256 } from '../../../../src/shared/digest.ts';
import {
  ask,
  imageSet,
  inPlace,
  k3sSet,
  locked,
  type OpenPlace,
  part,
  plant,
  release,
  releaseId,
} from './place.ts';

/** What a survey tells. */
export function surveyContract(open: OpenPlace): void {
  describe('survey', () => {
    inPlace(open, 'tells of an empty place that nothing is there', async ({ storage }) => {
      const survey = await ask(storage);
      expect(survey).toMatchObject({
        exists: false,
        slots: [undefined, undefined],
        folders: [],
        parts: [],
        lock: undefined,
        journal: [],
        missingCommands: [],
      });
      expect(survey.manifests.size).toBe(0);
      expect(survey.system.name).not.toBe('');
      expect(survey.system.uptime).toBeGreaterThan(0);
      expect(Math.abs(survey.system.clock - Date.now() / 1000)).toBeLessThan(60);
      expect(survey.space?.totalBytes).toBeGreaterThan(survey.space?.freeBytes ?? Number.POSITIVE_INFINITY);
    });

    inPlace(open, 'writes nothing', async ({ storage, root }) => {
      await ask(storage);
      await mkdir(root);
      await ask(storage);
      expect(await readdir(root)).toEqual([]);
    });

    locked(
      open,
      'lists what has a folder, with its seal, and uploads with their sizes',
      async ({ storage, root }) => {
        await plant(root, `${release}/boot.ipxe`, 'x');
        await plant(root, `${imageSet}/sealed`, 'any text\n');
        await plant(root, `${k3sSet}/sealed`, '');
        await plant(root, part('a'), 'four');
        await plant(root, part('b'), '');
        const { exists, folders, parts } = await ask(storage);
        expect(exists).toBe(true);
        expect(sorted(folders)).toEqual([
          { path: imageSet, seal: 'any text\n' },
          { path: k3sSet, seal: '' },
          { path: release, seal: undefined },
        ]);
        expect(sorted(parts)).toEqual(
          sorted([
            { path: part('a'), size: 4 },
            { path: part('b'), size: 0 },
          ]),
        );
      },
    );

    locked(open, 'takes no file for a folder, and no folder for a file', async ({ storage, root }) => {
      const other = `releases/${sha256('other')}`;
      await plant(root, other, 'a file');
      await mkdir(join(root, part('a')), { recursive: true });
      await mkdir(join(root, release, 'sealed'), { recursive: true });
      await mkdir(join(root, 'state/current.a'), { recursive: true });
      const survey = await ask(storage);
      expect(survey.folders).toEqual([{ path: release, seal: undefined }]);
      expect(survey.parts).toEqual([]);
      expect(survey.slots).toEqual([undefined, undefined]);
    });

    locked(open, 'is not led astray by strange names', async ({ storage, root }) => {
      await plant(root, "releases/it's a $(touch pwned)/sealed", 'x');
      await plant(root, 'releases/two\nlines/sealed', 'x');
      await plant(root, 'incoming/-rf.part', 'x');
      await plant(root, 'state/lock.9z/owner', 'x');
      await plant(root, `${release}/sealed`, 'right');
      const survey = await ask(storage);
      expect(survey.folders).toEqual([{ path: release, seal: 'right' }]);
      expect(survey.parts).toEqual([]);
      expect(survey.lock?.number).toBe(1);
    });

    locked(
      open,
      'brings the manifests that the slots name, but for the known one',
      async ({ storage, root }) => {
        const other = sha256('other');
        await plant(root, `${release}/manifest.json`, '{ "files": ["é"] }\n');
        await plant(root, `releases/${other}/manifest.json`, '');
        await plant(root, 'state/journal', '{"event":"deployed"}\n');
        await plant(root, 'state/current.a', `pilotlight-pointer 1 7 ${releaseId} ${other} no-sum\n`);
        await plant(root, 'state/current.b', `pilotlight-pointer 1 8 ${other} - no-sum\n`);
        const all = (await storage.survey({})).manifests;
        expect(all.get(releaseId)).toBe('{ "files": ["é"] }\n');
        expect(all.size).toBe(all.has(other) ? 2 : 1);
        const less = (await storage.survey({ known: releaseId })).manifests;
        expect(less.has(releaseId)).toBe(false);
      },
    );

    locked(open, 'tells garbage as it lies there', async ({ storage, root }) => {
      await plant(root, 'state/current.a', 'garbage without an end');
      await plant(root, 'state/current.b', '');
      await plant(root, 'state/journal', 'garbage\n\n{"torn":');
      const { slots, journal } = await ask(storage);
      expect(slots).toEqual(['garbage without an end', '']);
      expect(journal.filter((line) => line !== '')).toEqual(['garbage', '{"torn":']);
    });

    locked(open, 'outlives bytes that are no text', async ({ storage, root }) => {
      const bytes = Uint8Array.from({ length: 700 }, (_, index) => index % 256);
      await plant(root, 'state/current.a', bytes);
      await plant(root, 'state/journal', bytes);
      await plant(root, 'state/lock.7/owner', bytes);
      await plant(root, 'state/lock.7/beat', bytes);
      await plant(root, 'state/lock.7/session', bytes);
      await plant(root, `${release}/sealed`, bytes);
      const survey = await ask(storage);
      expect(survey.slots[0]).not.toBeUndefined();
      expect(survey.lock).toMatchObject({ number: 7, beat: undefined });
      expect(survey.folders.map(({ path }) => path)).toEqual([release]);
    });
  });
}

function sorted<T extends { path: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.path < b.path ? -1 : 1));
}
