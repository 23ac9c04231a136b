import type { LockOwner } from '../../deploy/plan/state.ts';
import type { RunTools } from '../../deploy/run/tools.ts';
import type { World } from '../../ports/world.ts';
import { openSites, type Selection, siteName } from '../sites.ts';
import type { StorageHooks, StorageOptions } from './options.ts';
import { ownerOf } from './owner.ts';
import { type StoragePlace, storagePlace } from './place.ts';
import { routerOf } from './router.ts';
import { withStorage } from './withStorage.ts';

/** What a run on one site's storage works with. */
export interface SiteRun {
  readonly site: string;
  readonly place: StoragePlace;
  readonly owner: Omit<LockOwner, 'token'>;
  readonly tools: RunTools;
}

/** Carries a command out on the storage of each site that was asked for, one after the other. */
export async function onEachSite<T>(
  command: string,
  { selection, options, world, hooks }: SiteRequest,
  act: (run: SiteRun) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const opened of await openSites(selection, world)) {
    const site = siteName(opened);
    const place = storagePlace(routerOf(opened), options, world.http);
    const owner = ownerOf(command, world);
    done.push(await withStorage(site, place, world, hooks, (tools) => act({ site, place, owner, tools })));
  }
  return done;
}

/** Which sites a command is about, and how it gets at their storages. */
export interface SiteRequest {
  readonly selection: Selection;
  readonly options: StorageOptions;
  readonly world: World;
  readonly hooks: StorageHooks;
}
