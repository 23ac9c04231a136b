import { expect, test } from 'vitest';
import { collectGarbage } from '../../../src/deploy/run/collect.ts';
import { deploy, planDeployment } from '../../../src/deploy/run/deploy.ts';
import { rollback } from '../../../src/deploy/run/rollback.ts';
import { bootFilePath } from '../../../src/shared/storageLayout.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { booted, owner, requestFor, served, serving, staticSettings, toolsOf, url } from './bench.ts';
import { type Sample, sample } from './sample.ts';

const settings = staticSettings;
const [first, second, third] = [sample('first'), sample('second'), sample('third')];

const requestOf = (release: Sample, router: MemoryRouter) => ({ ...requestFor(release, router), settings });

const changesOf = async (release: Sample, router: MemoryRouter) => {
  const tools = toolsOf(new MemoryStorage(router), router);
  const { plan } = await planDeployment(requestOf(release, router), tools);
  return plan.changes.filter(({ action }) => action !== 'keep');
};

async function deployed(...releases: readonly Sample[]): Promise<MemoryRouter> {
  const router = new MemoryRouter();
  for (const each of releases)
    await deploy(requestOf(each, router), toolsOf(new MemoryStorage(router), router));
  return router;
}

/** A router on which machines boot the first release, and the pointer names the second one. */
async function behind(): Promise<MemoryRouter> {
  const router = await deployed(first);
  const text = router.text(bootFilePath) ?? '';
  await deploy(requestOf(second, router), toolsOf(new MemoryStorage(router), router));
  router.put(bootFilePath, text);
  return router;
}

test('the boot file leads to the release that is current, by a relative chain, and says which it is', async () => {
  const router = await deployed(first, second);
  const { id } = second.wanted;
  expect(router.text('tftp/boot.ipxe')?.split('\n').slice(2)).toEqual([
    `set pilotlight-release ${id}`,
    `chain ../releases/${id}/boot.ipxe`,
    '',
  ]);
});

test('a plan says that it is written, right after the switch', async () => {
  const { id } = first.wanted;
  expect((await changesOf(first, new MemoryRouter())).slice(-2)).toEqual([
    { action: 'switch', from: null, to: id },
    { action: 'write', path: 'tftp/boot.ipxe', release: id },
  ]);
});

test('nothing to do is the survey and one read more, and no write', async () => {
  const router = await deployed(first);
  const storage = new MemoryStorage(router);
  const { changed } = await deploy(requestOf(first, router), toolsOf(storage, router));
  expect(changed).toBe(false);
  expect(storage.said).toEqual(['survey', 'read tftp/boot.ipxe']);
});

test.each([
  ['is not there', undefined],
  ['was changed by hand', '#!ipxe\nexit\n'],
])('a boot file that %s is mended by the next deploy, which does nothing else', async (_, text) => {
  const router = await deployed(first);
  if (text === undefined) router.disk.remove(bootFilePath);
  else router.put(bootFilePath, text);
  const { id } = first.wanted;
  expect(await changesOf(first, router)).toEqual([{ action: 'write', path: 'tftp/boot.ipxe', release: id }]);
  const before = await served(router);
  const outcome = await deploy(requestOf(first, router), toolsOf(new MemoryStorage(router), router));
  expect(outcome).toMatchObject({ changed: true, pointer: before });
  expect(booted(router)).toBe(id);
  expect(await served(router)).toEqual(before);
});

test('without static mode nothing is read and nothing written', async () => {
  const router = new MemoryRouter();
  const storage = new MemoryStorage(router);
  await deploy(requestFor(first, router), toolsOf(storage, router));
  expect(router.text(bootFilePath)).toBeUndefined();
  expect(storage.said).not.toContain('read tftp/boot.ipxe');
});

test('machines that do not get the new boot file are led back to the release before', async () => {
  const router = await deployed(first);
  const old = Buffer.from(router.text(bootFilePath) ?? '');
  const http = serving(router);
  const stale = {
    get: async (where: string) =>
      where.endsWith('boot.ipxe') ? { status: 200, bytes: old } : http.get(where),
  };
  const request = { ...requestOf(second, router), check: { http: stale, url } };
  await expect(deploy(request, toolsOf(new MemoryStorage(router), router))).rejects.toThrow(
    `tftp/boot.ipxe still names release ${first.wanted.id.slice(0, 12)}; it was switched back`,
  );
  expect(booted(router)).toBe(first.wanted.id);
  expect((await served(router))?.release).toBe(first.wanted.id);
});

test('rollback writes it, also where only the pointer was switched', async () => {
  const check = (router: MemoryRouter) => ({ http: serving(router), url });
  const router = await deployed(first, second);
  await rollback({ settings, owner, check: check(router) }, toolsOf(new MemoryStorage(router), router));
  expect(booted(router)).toBe(first.wanted.id);
  const cut = await behind();
  const before = await served(cut);
  const { pointer } = await rollback(
    { settings, owner, check: check(cut), to: second.wanted.id },
    toolsOf(new MemoryStorage(cut), cut),
  );
  expect(pointer).toEqual(before);
  expect(booted(cut)).toBe(second.wanted.id);
});

test('what machines boot is no garbage, though the pointer names others', async () => {
  const router = new MemoryRouter();
  const texts: string[] = [];
  for (const each of [first, second, third]) {
    const request = { ...requestOf(each, router), settings: { ...settings, keepReleases: 5 } };
    await deploy(request, toolsOf(new MemoryStorage(router), router));
    texts.push(router.text(bootFilePath) ?? '');
  }
  const collect = async (text: string) => {
    router.put(bootFilePath, text);
    const request = { settings: { ...settings, keepReleases: 1 }, owner };
    await collectGarbage(request, toolsOf(new MemoryStorage(router), router));
    return router.folders.includes(`releases/${first.wanted.id}`);
  };
  expect(await collect(texts[0] ?? '')).toBe(true);
  expect(await collect(texts[2] ?? '')).toBe(false);
});

test('a failure says what machines boot, and not what the pointer says', async () => {
  const router = await behind();
  router.readOnly = true;
  await expect(deploy(requestOf(third, router), toolsOf(new MemoryStorage(router), router))).rejects.toThrow(
    `the router still serves release ${first.wanted.id.slice(0, 12)}`,
  );
});
