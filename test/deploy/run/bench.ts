import type { Pointer } from '../../../src/deploy/plan/state.ts';
import { readPointer } from '../../../src/deploy/pointer.ts';
import type { DeployEvent } from '../../../src/deploy/progress.ts';
import { type DeployRequest, deploy } from '../../../src/deploy/run/deploy.ts';
import type { RunTools, StorageSettings } from '../../../src/deploy/run/tools.ts';
import { readState, wholeReleases } from '../../../src/deploy/state.ts';
import type { Http } from '../../../src/ports/http.ts';
import { type Storage, StorageFull } from '../../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../../src/shared/digest.ts';
import { MemoryRouter } from '../../fakes/memoryRouter.ts';
import { MemoryStorage } from '../../fakes/memoryStorage.ts';
import { imageFilesOf, type Sample } from './sample.ts';

/** A lock is left behind as soon as its owner's connection is gone. */
export const settings: StorageSettings = {
  mount: 'required',
  storage: '/mnt/usb',
  keepReleases: 2,
  reserveBytes: 1000,
  lock: { graceSeconds: 0, staleSeconds: 300, waitSeconds: 0 },
};

/** The same in static mode. */
export const staticSettings: StorageSettings = { ...settings, bootFile: true };

export const owner = {
  command: 'deploy',
  who: 'ada@desk',
  host: 'desk',
  process: 4711,
  since: 1_700_000_000,
};

export const url = 'http://192.168.26.1/pilotlight';

let tokens = 0;

/** What a run works with: a wait is no wait, it only lets time pass. */
export function toolsOf(
  storage: Storage,
  router: MemoryRouter,
  more: Partial<RunTools> = {},
): RunTools & { readonly events: DeployEvent[]; readonly waits: number[] } {
  const events: DeployEvent[] = [];
  const waits: number[] = [];
  let now = 0;
  return {
    storage,
    now: () => now,
    clock: () => 1_700_000_000 + Math.floor(now / 1000),
    wait: async (milliseconds, signal) => {
      // Everything that can be done without a wait is done first.
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
      router.uptime += milliseconds / 1000;
    },
    random: () => {
      tokens += 1;
      return `token-${tokens}`;
    },
    onEvent: (event) => events.push(event),
    ...more,
    events,
    waits,
  };
}

/** HTTP as a router's web server answers: the files of the disk below the URL. */
export function serving(router: MemoryRouter): Http & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    get: async (where) => {
      asked.push(where);
      const bytes = router.disk.written.get(where.slice(url.length + 1));
      return bytes === undefined
        ? { status: 404, bytes: new Uint8Array() }
        : { status: 200, bytes: new Uint8Array(bytes) };
    },
  };
}

export function requestFor(
  release: Sample,
  router: MemoryRouter,
  more: Partial<DeployRequest> = {},
): DeployRequest {
  const { wanted, files } = release;
  return {
    wanted,
    files,
    images: imageFilesOf(release),
    settings,
    owner,
    check: { http: serving(router), url },
    ...more,
  };
}

/** What machines boot now, by the rule for readers. */
export async function served(router: MemoryRouter): Promise<Pointer | undefined> {
  const survey = await new MemoryStorage(router).survey({});
  return readPointer(survey.slots, wholeReleases(readState(survey, settings.lock).folders)).pointer;
}

/** What machines boot in static mode; undefined where they get no boot file. */
export function booted(router: MemoryRouter): Digest | undefined {
  const text = router.text('tftp/boot.ipxe');
  const id = /^chain \.\.\/releases\/([0-9a-f]{64})\/boot\.ipxe\n$/m.exec(text ?? '')?.[1];
  if (text !== undefined && id === undefined) throw new Error(`the boot file is broken: ${text}`);
  return id as Digest | undefined;
}

/** Why a release is not complete on the disk: a file of it, or of its image sets, that is not there or is wrong. */
export function flaws(router: MemoryRouter, { wanted }: Sample): string[] {
  const expected = [
    ...wanted.files.map((file) => ({ ...file, path: `releases/${wanted.id}/${file.path}` })),
    ...wanted.assets.flatMap((set) =>
      set.files.map((file) => ({ ...file, path: `${set.path}/${file.name}` })),
    ),
  ];
  return expected.flatMap(({ path, sha256: digest }) => {
    const bytes = router.disk.written.get(path);
    return bytes !== undefined && sha256(bytes) === digest ? [] : [path];
  });
}

/** A router that releases were deployed to, one after the other; all of them are kept. */
export async function routerWith(...releases: Sample[]): Promise<MemoryRouter> {
  const router = new MemoryRouter();
  for (const each of releases) {
    const request = requestFor(each, router, { settings: { ...settings, keepReleases: 9 } });
    await deploy(request, toolsOf(new MemoryStorage(router), router));
  }
  return router;
}

/** A storage with room for nothing more. */
export function withoutJournal(router: MemoryRouter): MemoryStorage {
  const storage = new MemoryStorage(router);
  storage.note = async () => {
    throw new StorageFull();
  };
  return storage;
}
