import { giveBack } from '../deploy/run/unlock.ts';
import type { World } from '../ports/world.ts';
import { Failure } from '../shared/failure.ts';
import type { Selection } from './sites.ts';
import { onEachSite } from './storage/eachSite.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';

/** Gives back the lock that has a token; answers the site whose lock it was. */
export async function unlock(
  selection: Selection,
  options: StorageOptions & { readonly token: string },
  world: World,
  hooks: StorageHooks = {},
): Promise<string> {
  const given = await onEachSite('unlock', { selection, options, world, hooks }, async ({ site, tools }) =>
    (await giveBack(tools.storage, options.token)) ? site : undefined,
  );
  const site = given.find((each) => each !== undefined);
  if (site !== undefined) return site;
  throw new Failure('usage', `no lock has the token ${JSON.stringify(options.token)}`, {
    next: 'pilotlight status shows who has the lock, and its token',
  });
}
