import { type LockContent, readLock } from '../../images/lock/content.ts';
import { lockedPaths } from '../../images/lock/paths.ts';
import { pruneFiles } from '../../images/prune.ts';
import type { CachedFile } from '../../ports/imageCache.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { hasErrors } from '../../shared/finding.ts';
import { type OpenedSite, openSites, type Selection } from '../sites.ts';
import type { ImagesOptions } from './options.ts';

export interface PruneReport {
  readonly folder: string;
  readonly removed: readonly CachedFile[];
  readonly kept: readonly CachedFile[];
  readonly dryRun: boolean;
}

/** Removes what no image lock of the inventory names. Refused where one of them cannot be read. */
export async function pruneImages(
  { folder: inventory }: Selection,
  { folder, dryRun }: Pick<ImagesOptions, 'folder'> & { readonly dryRun: boolean },
  world: World,
): Promise<PruneReport> {
  // Of all sites, also when one was named: the cache is theirs together.
  const sites = await openSites({ folder: inventory }, world);
  const named = new Set(sites.flatMap((site) => lockedPaths(lockOf(site))));
  return { folder, dryRun, ...(await pruneFiles(world.imageCache(folder), named, { dryRun })) };
}

function lockOf({ sources, inventory, findings }: OpenedSite): LockContent {
  const file = `${sources.folder}/images.lock.yaml`;
  const broken = findings.filter(({ place }) => place.file === file);
  const bytes = sources.files.get('images.lock.yaml')?.bytes;
  if (inventory === undefined || bytes === undefined || hasErrors(broken)) {
    throw new Failure('refused', `${file} cannot be read: nothing was removed`, {
      next: 'pilotlight check tells what is wrong with it',
    });
  }
  return readLock(new TextDecoder().decode(bytes));
}
