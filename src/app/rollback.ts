import { rollback as rollBackStorage } from '../deploy/run/rollback.ts';
import type { World } from '../ports/world.ts';
import type { RollbackReport } from '../report/rollback.ts';
import { Failure } from '../shared/failure.ts';
import { openSites, type Selection, siteName } from './sites.ts';
import { onEachSite } from './storage/eachSite.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';

export interface RollbackOptions extends StorageOptions {
  /** Id of a release that is on the storage, or the beginning of one; the previous release by default. */
  readonly release?: string | undefined;
}

/** Makes an earlier release of a site current again. Where there are several sites, one has to be named. */
export async function rollback(
  selection: Selection,
  options: RollbackOptions,
  world: World,
  hooks: StorageHooks = {},
): Promise<RollbackReport[]> {
  const sites = await openSites(selection, world);
  if (sites.length > 1) {
    throw new Failure('usage', 'there are several sites, and one is rolled back at a time', {
      next: `name it with --site: ${sites.map(siteName).join(', ')}`,
    });
  }
  return onEachSite(
    'rollback',
    { selection, options, world, hooks },
    async ({ site, place, owner, tools }) => {
      const { settings, check } = place;
      const { from, pointer, warnings } = await rollBackStorage(
        {
          ...(options.release === undefined ? {} : { to: options.release }),
          settings,
          owner,
          ...(check === undefined ? {} : { check }),
        },
        tools,
      );
      return { site, target: tools.storage.name, from: from.release, to: pointer.release, warnings };
    },
  );
}
