import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import { readStorage } from '../../../src/deploy/run/readStorage.ts';
import { verifyStorage } from '../../../src/deploy/run/verify.ts';
import type { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { flaws, owner, requestFor, routerWith, served, settings, toolsOf, withoutJournal } from './bench.ts';
import { manifestOf, sample } from './sample.ts';

const [first, second] = [sample('first'), sample('second')];

describe('verifyStorage', () => {
  const verify = (router: MemoryRouter, storage = new MemoryStorage(router)) =>
    verifyStorage({ settings, owner, manifestOf }, toolsOf(storage, router));

  test('reads everything, and writes nothing where all is well', async () => {
    const router = await routerWith(first, second);
    const storage = new MemoryStorage(router);
    const { checked, damaged } = await verify(router, storage);
    expect(damaged).toEqual([]);
    expect(checked.map(({ path }) => path)).toEqual(router.folders);
    expect(storage.said.some((each) => each.startsWith('lock'))).toBe(false);
  });

  test.each(['nodes/n1/config.ign', 'manifest.json'])(
    'a release with a damaged %s loses its seal, and a deploy mends it',
    async (file) => {
      const router = await routerWith(first, second);
      const path = `releases/${second.wanted.id}`;
      router.put(`${path}/${file}`, 'damaged');
      expect((await verify(router)).damaged).toEqual([{ path, files: [file] }]);
      expect(router.seal(path)).toBeUndefined();
      // What machines boot is never what is known to be broken.
      expect(await served(router)).toMatchObject({ release: first.wanted.id });
      await deploy(requestFor(second, router), toolsOf(new MemoryStorage(router), router));
      expect(flaws(router, second)).toEqual([]);
      expect(await served(router)).toMatchObject({ release: second.wanted.id });
      expect((await verify(router)).damaged).toEqual([]);
    },
  );

  test('what is damaged is told though the journal cannot be written', async () => {
    const router = await routerWith(first);
    const path = `releases/${first.wanted.id}`;
    router.put(`${path}/manifest.json`, 'damaged');
    const { damaged, warnings } = await verify(router, withoutJournal(router));
    expect(damaged).toEqual([{ path, files: ['manifest.json'] }]);
    expect(warnings).toEqual([expect.stringMatching(/^everything was verified, but the journal/)]);
  });

  test.each(['kernel', 'SHA256SUMS'])('an image set with a damaged %s, too', async (file) => {
    const router = await routerWith(first);
    const path = first.wanted.assets[0]?.path ?? '';
    router.put(`${path}/${file}`, 'damaged');
    expect((await verify(router)).damaged).toEqual([{ path, files: [file] }]);
    const { uploadedBytes } = await deploy(
      requestFor(first, router),
      toolsOf(new MemoryStorage(router), router),
    );
    expect(uploadedBytes).toBe(file === 'kernel' ? first.wanted.assets[0]?.files[1]?.size : 0);
    expect((await verify(router)).damaged).toEqual([]);
  });

  test('what was mended before the lock was there keeps its seal', async () => {
    const router = await routerWith(first);
    const path = `releases/${first.wanted.id}`;
    const before = router.text(`${path}/nodes/n1/config.ign`) ?? '';
    router.put(`${path}/nodes/n1/config.ign`, 'damaged');
    const storage = new MemoryStorage(router, ({ operation }) => {
      if (operation === 'lock') router.put(`${path}/nodes/n1/config.ign`, before);
    });
    expect((await verify(router, storage)).damaged).toEqual([]);
    expect(router.seal(path)).toBeDefined();
  });
});

describe('readStorage', () => {
  test('is one question; stopped, it says that nothing was changed', async () => {
    const router = await routerWith(first);
    const storage = new MemoryStorage(router);
    const { state, problems } = await readStorage(toolsOf(storage, router), settings);
    expect(state.pointer?.release).toBe(first.wanted.id);
    expect(problems).toEqual([]);
    expect(storage.said).toEqual(['survey']);
    const tools = toolsOf(storage, router, { signal: AbortSignal.abort(new Error('SIGTERM')) });
    await expect(readStorage(tools, settings)).rejects.toThrow('the run was stopped; nothing was changed');
  });
});
