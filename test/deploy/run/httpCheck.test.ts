import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/deploy/run/deploy.ts';
import type { Http, HttpResponse } from '../../../src/ports/http.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { requestFor, served, serving, toolsOf, url } from './bench.ts';
import { sample } from './sample.ts';

const [first, second] = [sample('first'), sample('second')];
const notFound: HttpResponse = { status: 404, bytes: new Uint8Array() };

/** A web server that answers some paths in its own way. */
function answering(router: MemoryRouter, own: (path: string) => HttpResponse | undefined): Http {
  const usual = serving(router);
  return { get: async (where) => own(where.slice(url.length + 1)) ?? usual.get(where) };
}

async function routerWithFirst(): Promise<MemoryRouter> {
  const router = new MemoryRouter();
  await deploy(requestFor(first, router), toolsOf(new MemoryStorage(router), router));
  return router;
}

function deployWith(
  router: MemoryRouter,
  release: typeof first,
  http: Http,
  storage = new MemoryStorage(router),
) {
  return deploy(requestFor(release, router, { check: { http, url } }), toolsOf(storage, router));
}

describe('what machines are served', () => {
  test.each([
    ['404', notFound, /answers 404/],
    [
      'nothing',
      { status: 0, bytes: new Uint8Array(), problem: 'connection refused' },
      /nothing answers .*\(connection refused\)/,
    ],
    ['other bytes', { status: 200, bytes: new Uint8Array([1]) }, /is not the file that lies on the storage/],
  ])('with %s for the new manifest, nothing is switched', async (_name, answer, why) => {
    const router = await routerWithFirst();
    const storage = new MemoryStorage(router);
    const http = answering(router, (path) =>
      path.startsWith(`releases/${second.wanted.id}`) ? answer : undefined,
    );
    await expect(deployWith(router, second, http, storage)).rejects.toMatchObject({
      kind: 'world',
      message: expect.stringMatching(why),
      next: expect.stringContaining(url),
    });
    expect(storage.said.some((each) => each.startsWith('writeSlot'))).toBe(false);
    expect(await served(router)).toMatchObject({ release: first.wanted.id, sequence: 1 });
    expect(router.ownerOf(2)).toBe('');
    await deployWith(router, second, serving(router));
    expect(await served(router)).toMatchObject({ release: second.wanted.id });
  });

  test('with an old pointer after the switch, it is switched back, and said so', async () => {
    const router = await routerWithFirst();
    const old = [...router.slots];
    const http = answering(router, (path) => {
      const slot = path === 'state/current.a' ? old[0] : path === 'state/current.b' ? old[1] : '-';
      if (slot === '-') return undefined;
      return slot === undefined ? notFound : { status: 200, bytes: new TextEncoder().encode(slot) };
    });
    await expect(deployWith(router, second, http)).rejects.toThrow(
      /still name release [0-9a-f]{12} \(switch 1\); it was switched back; the router serves release/,
    );
    // A plain rollback must not lead to the release that was just taken back.
    expect(await served(router)).toMatchObject({
      release: first.wanted.id,
      sequence: 3,
      previous: undefined,
    });
  });

  test('without an earlier release there is nothing to switch back to: the pointer stays', async () => {
    const router = new MemoryRouter();
    const http = answering(router, (path) => (path.startsWith('state/') ? notFound : undefined));
    await expect(deployWith(router, first, http)).rejects.toThrow(
      /state\/current.a answers 404; there is no earlier release to switch back to; the router serves release/,
    );
    expect(await served(router)).toMatchObject({ release: first.wanted.id, sequence: 1 });
  });

  test('a server that is busy for a moment is asked again', async () => {
    const router = await routerWithFirst();
    let refusals = 0;
    const http = answering(router, () => {
      refusals += 1;
      return refusals < 3 ? { status: 503, bytes: new Uint8Array() } : undefined;
    });
    expect((await deployWith(router, second, http)).changed).toBe(true);
  });

  test('no check is made where none is asked for', async () => {
    const router = new MemoryRouter();
    const { check: _check, ...request } = requestFor(first, router);
    expect((await deploy(request, toolsOf(new MemoryStorage(router), router))).changed).toBe(true);
  });
});
