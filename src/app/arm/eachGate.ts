import type { World } from '../../ports/world.ts';
import { type OpenedSite, openSites, type Selection, siteName } from '../sites.ts';
import type { StorageHooks, StorageOptions } from '../storage/options.ts';
import { routerOf } from '../storage/router.ts';
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

/** Carries a command out on the gate of each site that was asked for, one after the other. */
export async function onEachGate<T>(
  { selection, options, hooks }: GateRequest,
  world: World,
  act: (run: GateRun) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  for (const opened of await openSites(selection, world)) {
    const site = siteName(opened);
    const { target } = gatePlace(site, routerOf(opened), options, world);
    const signal = hooks.stoppable?.();
    hooks.onEvent?.({ stage: 'connect', subject: site });
    done.push(await withGate(target, world, signal, (gate) => act({ site, opened, gate })));
  }
  return done;
}
