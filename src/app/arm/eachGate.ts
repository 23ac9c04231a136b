import type { RunTools } from '../../deploy/run/tools.ts';
import type { World } from '../../ports/world.ts';
import { type OpenedSite, openSites, type Selection, siteName } from '../sites.ts';
import type { StorageHooks, StorageOptions } from '../storage/options.ts';
import { type StoragePlace, storagePlace } from '../storage/place.ts';
import { routerOf } from '../storage/router.ts';
import { withStorage } from '../storage/withStorage.ts';
import { gatePlace } from './gatePlace.ts';
import { type SteadyGate, withGate } from './withGate.ts';

/** Which sites a command is about, and how it gets at their gates. */
export interface GateRequest {
  readonly selection: Selection;
  readonly options: StorageOptions;
  readonly hooks: StorageHooks;
}

/** What a run on one gate works with. */
export interface GateRun {
  readonly site: string;
  readonly opened: OpenedSite;
  readonly gate: SteadyGate;
}

/** What a run works with where files stand for the gate: static mode. */
export interface FilesRun {
  readonly site: string;
  readonly opened: OpenedSite;
  readonly place: StoragePlace;
  readonly tools: RunTools;
}

/** Carries a command out on the gate of each site that was asked for, one after the other; where files stand for it, on those. */
export async function onEachGate<T>(
  { selection, options, hooks }: GateRequest,
  world: World,
  act: (run: GateRun) => Promise<T>,
  actOnFiles?: (run: FilesRun) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const opened of await openSites(selection, world)) {
    const site = siteName(opened);
    const router = routerOf(opened);
    if (router.gate === 'static' && actOnFiles !== undefined) {
      const place = storagePlace(router, options, world.http);
      const onFiles = (tools: RunTools) => actOnFiles({ site, opened, place, tools });
      done.push(await withStorage(site, place, world, hooks, onFiles));
      continue;
    }
    const { target } = gatePlace(site, router, options, world);
    const signal = hooks.stoppable?.();
    hooks.onEvent?.({ stage: 'connect', subject: site });
    done.push(await withGate(target, world, signal, (gate) => act({ site, opened, gate })));
  }
  return done;
}
