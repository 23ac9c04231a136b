import { describe, expect, test } from 'vitest';
import { deploy, planDeployment } from '../../../src/deploy/run/deploy.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { flaws, requestFor, served, serving, settings, toolsOf, url } from './bench.ts';
import { imageFilesOf, sample } from './sample.ts';

const first = sample('first');
const second = sample('second');

/** A router with releases deployed one after the other. */
async function routerWith(...releases: ReturnType<typeof sample>[]): Promise<MemoryRouter> {
  const router = new MemoryRouter();
  for (const each of releases) {
    await deploy(requestFor(each, router), toolsOf(new MemoryStorage(router), router));
  }
  return router;
}

describe('deploy', () => {
  test('brings the first release to an empty storage', async () => {
    const router = new MemoryRouter();
    const storage = new MemoryStorage(router);
    const outcome = await deploy(requestFor(first, router), toolsOf(storage, router));
    expect(outcome).toMatchObject({
      changed: true,
      warnings: [],
      pointer: { sequence: 1, release: first.wanted.id },
    });
    expect(flaws(router, first)).toEqual([]);
    expect(await served(router)).toEqual(outcome.pointer);
    const sent = [...first.wanted.files, ...first.wanted.assets.flatMap(({ files }) => files)];
    expect(outcome.uploadedBytes).toBe(sent.reduce((sum, { size = 0 }) => sum + size, 0));
    expect(router.journal.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'deployed', who: 'ada@desk', release: first.wanted.id, bytes: outcome.uploadedBytes },
    ]);
    expect(router.ownerOf(1)).toBe('');
  });

  test('says no more than it has to', async () => {
    const router = new MemoryRouter();
    const storage = new MemoryStorage(router);
    await deploy(requestFor(first, router), toolsOf(storage, router));
    const [set] = first.wanted.assets;
    const parts = set?.files.map((file) => `incoming/${file.sha256}.part`) ?? [];
    const release = `releases/${first.wanted.id}`;
    expect(storage.said).toEqual([
      'survey',
      'lock 1',
      'survey',
      ...parts.flatMap((part) => [
        `partSize ${part}`,
        `append ${part}`,
        'mismatches incoming',
        `settle ${part}`,
      ]),
      `unpack ${set?.path}`,
      `mismatches ${set?.path}`,
      `seal ${set?.path}`,
      `unpack ${release}`,
      `mismatches ${release}`,
      `seal ${release}`,
      `read ${release}/manifest.json`,
      'writeSlot 0',
      'note state/journal',
      'unlock 1',
    ]);
  });

  test('nothing to do is one question, no lock, no write and no HTTP', async () => {
    const router = await routerWith(first);
    const before = new Map(router.disk.written);
    const storage = new MemoryStorage(router);
    const http = serving(router);
    const outcome = await deploy(
      requestFor(first, router, { check: { http, url } }),
      toolsOf(storage, router),
    );
    expect(outcome).toMatchObject({ changed: false, uploadedBytes: 0 });
    expect(storage.said).toEqual(['survey']);
    expect(http.asked).toEqual([]);
    expect(router.disk.written).toEqual(before);
  });

  test('a second release shares the image set, and what is old is collected', async () => {
    const third = sample('third', '44.2');
    const router = await routerWith(first, second);
    const storage = new MemoryStorage(router);
    const { plan } = await deploy(requestFor(third, router), toolsOf(storage, router));
    expect(plan.changes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['upload', 'switch', 'delete']),
    );
    expect(router.folders).toEqual(
      [
        ...second.wanted.assets.map(({ path }) => path),
        ...third.wanted.assets.map(({ path }) => path),
        `releases/${second.wanted.id}`,
        `releases/${third.wanted.id}`,
      ].sort(),
    );
    expect(await served(router)).toEqual({
      sequence: 3,
      release: third.wanted.id,
      previous: second.wanted.id,
    });
  });

  test('progress ends with all bytes, of uploads and of what was verified', async () => {
    const router = new MemoryRouter();
    const tools = toolsOf(new MemoryStorage(router), router);
    const { plan } = await deploy(requestFor(first, router), tools);
    for (const stage of ['upload', 'verify'] as const) {
      const counts = tools.events.flatMap((event) =>
        event.stage === stage && event.bytes ? [event.bytes] : [],
      );
      expect(counts.at(-1)).toEqual({ done: plan.totals.uploadBytes, total: plan.totals.uploadBytes });
      expect(counts.every(({ done }, index) => done >= (counts[index - 1]?.done ?? 0))).toBe(true);
    }
    expect([...new Set(tools.events.map(({ stage }) => stage))]).toEqual([
      'read',
      'lock',
      'upload',
      'verify',
      'check',
      'switch',
      'unlock',
    ]);
  });

  test('a release that is wanted again is switched to, and not sent', async () => {
    const router = await routerWith(first, second);
    const storage = new MemoryStorage(router);
    const outcome = await deploy(requestFor(first, router), toolsOf(storage, router));
    expect(outcome).toMatchObject({ changed: true, uploadedBytes: 0, pointer: { sequence: 3 } });
    expect(storage.said.some((each) => /^(unpack|append|seal)/.test(each))).toBe(false);
  });

  test('goes on from the part that an earlier run left', async () => {
    const router = new MemoryRouter();
    const [[path = '', bytes = new Uint8Array()] = []] = [...first.big];
    const digest = first.wanted.assets[0]?.files.find(({ name }) => path.endsWith(name))?.sha256;
    router.disk.write(`incoming/${digest}.part`, bytes.slice(0, 60));
    const { uploadedBytes, plan } = await deploy(
      requestFor(first, router),
      toolsOf(new MemoryStorage(router), router),
    );
    expect(uploadedBytes).toBe(plan.totals.uploadBytes);
    const total = plan.changes.reduce((sum, each) => (each.action === 'upload' ? sum + each.bytes : sum), 0);
    expect(uploadedBytes).toBe(total - 60);
  });

  test.each(['rubbish of the right length', 'too much'])('%s in a part is sent anew, once', async (kind) => {
    const router = new MemoryRouter();
    const file = first.wanted.assets[0]?.files[0];
    const length = kind === 'too much' ? 500 : (file?.size ?? 0);
    router.disk.write(`incoming/${file?.sha256}.part`, new Uint8Array(length));
    await deploy(requestFor(first, router), toolsOf(new MemoryStorage(router), router));
    expect(flaws(router, first)).toEqual([]);
  });

  test('an unsealed image set whose files are right is sealed without sending them', async () => {
    const router = new MemoryRouter();
    for (const [path, bytes] of first.big) router.disk.write(path, bytes);
    const storage = new MemoryStorage(router);
    // The files are not on this machine: they need not be.
    const request = requestFor(first, router, { images: imageFilesOf() });
    await deploy(request, toolsOf(storage, router));
    expect(storage.said.some((each) => each.startsWith('append'))).toBe(false);
    expect(await served(router)).toMatchObject({ release: first.wanted.id });
  });

  test('an unsealed release gets only the files that are wrong', async () => {
    const router = await routerWith(first);
    const folder = `releases/${first.wanted.id}`;
    router.disk.remove(`${folder}/sealed`);
    router.put(`${folder}/nodes/n1/config.ign`, 'rubbish');
    const { uploadedBytes } = await deploy(
      requestFor(first, router),
      toolsOf(new MemoryStorage(router), router),
    );
    expect(uploadedBytes).toBe(first.wanted.files.find(({ path }) => path.includes('n1'))?.size);
    expect(flaws(router, first)).toEqual([]);
  });

  test('an image set that holds something else under the same name is replaced', async () => {
    const router = await routerWith(sample('other', '44.1', { size: 150 }));
    // From the first byte on, no release may count on what was there.
    const seals: (string | undefined)[] = [];
    const path = first.wanted.assets[0]?.path ?? '';
    const watched = new MemoryStorage(router, ({ operation }) => {
      if (operation === 'append') seals.push(router.seal(path));
    });
    await deploy(requestFor(first, router), toolsOf(watched, router));
    expect(new Set(seals)).toEqual(new Set([undefined]));
    expect(flaws(router, first)).toEqual([]);
    const { plan } = await planDeployment(
      requestFor(first, router),
      toolsOf(new MemoryStorage(router), router),
    );
    expect(plan.changes.filter(({ action }) => action === 'upload')).toEqual([]);
  });

  test('image files that are nowhere are a problem of the plan, and nothing is written', async () => {
    const router = await routerWith(first);
    const before = new Map(router.disk.written);
    const next = sample('next', '45.1');
    const request = requestFor(next, router, { images: imageFilesOf() });
    const { problems } = await planDeployment(request, toolsOf(new MemoryStorage(router), router));
    expect(problems).toHaveLength(1);
    await expect(deploy(request, toolsOf(new MemoryStorage(router), router))).rejects.toThrow(
      /images\/coreos\/45\.1.*the router still serves release/s,
    );
    expect(router.disk.written).toEqual(before);
  });

  test('a file on this machine that is not what the lock says is named, and nothing is switched', async () => {
    const router = await routerWith(first);
    const next = sample('next', '45.1');
    const wrong = new Map([...next.big].map(([path, bytes]) => [path, bytes.map((byte) => byte ^ 1)]));
    const request = requestFor(next, router, { images: imageFilesOf({ ...next, big: wrong }) });
    await expect(deploy(request, toolsOf(new MemoryStorage(router), router))).rejects.toMatchObject({
      message: expect.stringMatching(/images-cache\/.* has SHA-256 .*the router still serves release/),
      next: expect.stringContaining('download https://builds.example'),
    });
    expect(await served(router)).toMatchObject({ release: first.wanted.id });
    expect(router.ownerOf(2)).toBe('');
  });

  test('a release that changed on this machine is refused', async () => {
    const router = new MemoryRouter();
    const request = requestFor(first, router, {
      files: async function* () {
        for await (const file of first.files()) yield { ...file, bytes: new TextEncoder().encode('changed') };
      },
    });
    await expect(deploy(request, toolsOf(new MemoryStorage(router), router))).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(
        /changed: .* is not what its manifest says; the router serves no release yet/,
      ),
    });
  });

  test('a storage that is not mounted is refused before anything is asked for', async () => {
    const router = new MemoryRouter();
    router.mounted = false;
    const storage = new MemoryStorage(router);
    await expect(deploy(requestFor(first, router), toolsOf(storage, router))).rejects.toThrow(/mounted/);
    expect(storage.said).toEqual(['survey']);
    expect(router.disk.written.size).toBe(0);
  });

  test('an expected plan is carried out, also by a second run after a cut; any other is refused', async () => {
    const router = await routerWith(first, second);
    const third = sample('third', '44.2');
    const { plan } = await planDeployment(
      requestFor(third, router),
      toolsOf(new MemoryStorage(router), router),
    );
    const elsewhere = requestFor(sample('fourth', '44.2'), router, { expected: plan });
    await expect(deploy(elsewhere, toolsOf(new MemoryStorage(router), router))).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/it is for release .* and this is release .*; it does not upload/),
    });
    const cut = new MemoryStorage(router, ({ operation, moment }) => {
      if (operation === 'remove' && moment === 'within') throw new Error('broken');
    });
    const request = requestFor(third, router, { expected: plan });
    expect((await deploy(request, toolsOf(cut, router))).warnings).toHaveLength(1);
    await deploy(request, toolsOf(new MemoryStorage(router), router));
    expect((await deploy(request, toolsOf(new MemoryStorage(router), router))).changed).toBe(false);
    const stale = requestFor(first, await routerWith(second), { expected: plan });
    await expect(deploy(stale, toolsOf(new MemoryStorage(router), router))).rejects.toThrow(
      /the plan was made for/,
    );
  });

  test('settings say what stays free', async () => {
    const router = new MemoryRouter();
    router.capacity = 1200;
    const request = requestFor(first, router, { settings: { ...settings, reserveBytes: 1100 } });
    await expect(deploy(request, toolsOf(new MemoryStorage(router), router))).rejects.toThrow(/free/);
  });
});
