import { describe, expect, test } from 'vitest';
import { collectGarbage } from '../../../src/deploy/run/collect.ts';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import { rollback } from '../../../src/deploy/run/rollback.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import {
  flaws,
  owner,
  requestFor,
  routerWith,
  served,
  serving,
  settings,
  toolsOf,
  url,
  withoutJournal,
} from './bench.ts';
import { sample } from './sample.ts';

const [first, second, third] = [sample('first'), sample('second'), sample('third', '44.2')];

function back(router: MemoryRouter, to?: string) {
  const request = {
    settings,
    owner,
    check: { http: serving(router), url },
    ...(to === undefined ? {} : { to }),
  };
  return rollback(request, toolsOf(new MemoryStorage(router), router));
}

describe('rollback', () => {
  test('goes to the previous release, and from there to where it was', async () => {
    const router = await routerWith(first, second);
    const { from, pointer } = await back(router);
    expect([from.release, pointer.release]).toEqual([second.wanted.id, first.wanted.id]);
    expect(await served(router)).toEqual({
      sequence: 3,
      release: first.wanted.id,
      previous: second.wanted.id,
    });
    expect((await back(router)).pointer.release).toBe(second.wanted.id);
    expect(router.journal.map((line) => JSON.parse(line).event)).toEqual([
      'deployed',
      'deployed',
      'rolledBack',
      'rolledBack',
    ]);
  });

  test('goes to a release by the beginning of its id', async () => {
    const router = await routerWith(first, second, third);
    expect((await back(router, first.wanted.id.slice(0, 8))).pointer.release).toBe(first.wanted.id);
  });

  test('to the current release is nothing to do', async () => {
    const router = await routerWith(first);
    const { from, pointer } = await back(router, first.wanted.id);
    expect(pointer).toEqual(from);
    expect(router.lockNumbers).toEqual([1]);
  });

  test.each([
    ['before the first deploy', [], undefined, /points to no release yet/],
    ['with no release before', [first], undefined, /no release before the current one/],
    ['to one that is not there', [first, second], 'ffffffff', /release ffffffff is not on the storage/],
    ['to an empty name', [first, second], '', /is not on the storage/],
  ])('is refused %s', async (_name, releases, to, message) => {
    const router = await routerWith(...releases);
    await expect(back(router, to)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(message),
    });
  });

  test('is refused where several begin so, and where the images are not whole', async () => {
    const many = Array.from({ length: 18 }, (_each, index) => sample(`many ${index}`));
    const router = await routerWith(...many, third);
    const digits = router.folders.flatMap((path) => /^releases\/(.)/.exec(path)?.[1] ?? []);
    const digit = digits.find((each, index) => digits.indexOf(each) !== index);
    await expect(back(router, digit)).rejects.toThrow(/releases begin with/);
    router.disk.remove('images/coreos/44.1/x86_64/sealed');
    await expect(back(router)).rejects.toThrow(/needs images\/coreos\/44.1\/x86_64, which is not whole/);
  });

  test('is refused where somebody else switched meanwhile', async () => {
    const router = await routerWith(first, second);
    let once = false;
    const storage: MemoryStorage = new MemoryStorage(router, async ({ operation, moment }) => {
      if (operation !== 'survey' || moment !== 'after' || once) return;
      once = true;
      await deploy(requestFor(third, router), toolsOf(new MemoryStorage(router), router));
    });
    await expect(rollback({ settings, owner }, toolsOf(storage, router))).rejects.toThrow(
      /somebody else switched to/,
    );
    expect(await served(router)).toMatchObject({ release: third.wanted.id });
  });
});

describe('collectGarbage', () => {
  test('removes what no kept release needs, and only then takes the lock', async () => {
    const router = await routerWith(first, second, third);
    const tools = () => toolsOf(new MemoryStorage(router), router);
    const dry = await collectGarbage({ settings, owner, dryRun: true }, tools());
    expect(dry.plan.changes.filter(({ action }) => action === 'delete')).toHaveLength(1);
    expect(router.folders).toContain(`releases/${first.wanted.id}`);
    const { plan, warnings } = await collectGarbage({ settings, owner }, tools());
    expect({ changes: plan.changes, warnings }).toEqual({ changes: dry.plan.changes, warnings: [] });
    expect(router.folders).not.toContain(`releases/${first.wanted.id}`);
    expect(flaws(router, second)).toEqual([]);
    const storage = new MemoryStorage(router);
    await collectGarbage({ settings, owner }, toolsOf(storage, router));
    expect(storage.said).toEqual(['survey']);
  });

  test('what cannot be removed is a warning', async () => {
    const router = await routerWith(first, second, third);
    const storage = new MemoryStorage(router);
    storage.remove = async () => {
      throw new Failure('world', 'it is in use');
    };
    const { warnings } = await collectGarbage({ settings, owner }, toolsOf(storage, router));
    expect(warnings).toEqual([`releases/${first.wanted.id} could not be removed: it is in use`]);
  });

  test('a journal that cannot be written is a warning', async () => {
    const router = await routerWith(first, second, third);
    const { plan, warnings } = await collectGarbage(
      { settings, owner },
      toolsOf(withoutJournal(router), router),
    );
    expect(plan.changes.some(({ action }) => action === 'delete')).toBe(true);
    expect(warnings).toEqual([
      'garbage was removed, but the journal does not say so: no space left on the storage',
    ]);
  });

  test('is refused where the storage points to nothing', async () => {
    const router = new MemoryRouter();
    await expect(
      collectGarbage({ settings, owner }, toolsOf(new MemoryStorage(router), router)),
    ).rejects.toMatchObject({ kind: 'refused' });
  });
});
