import { collectGarbage } from '../deploy/run/collect.ts';
import type { World } from '../ports/world.ts';
import type { CollectionReport } from '../report/collection.ts';
import type { Selection } from './sites.ts';
import { onEachSite } from './storage/eachSite.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';

export interface CollectionOptions extends StorageOptions {
  /** Whether to tell only what would be deleted. */
  readonly dryRun: boolean;
}

/** Deletes what no kept release of a site needs. */
export function gc(
  selection: Selection,
  options: CollectionOptions,
  world: World,
  hooks: StorageHooks = {},
): Promise<CollectionReport[]> {
  return onEachSite('gc', { selection, options, world, hooks }, async ({ site, place, owner, tools }) => {
    const request = { settings: place.settings, owner, dryRun: options.dryRun };
    const { plan, warnings } = await collectGarbage(request, tools);
    return { site, plan, warnings, dryRun: options.dryRun };
  });
}
