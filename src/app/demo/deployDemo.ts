import { dirname } from 'node:path/posix';
import { releasePath } from '../../deploy/paths.ts';
import { deploy } from '../../deploy/run/deploy.ts';
import type { World } from '../../ports/world.ts';
import { manifestPath } from '../../release/manifest.ts';
import { Failure } from '../../shared/failure.ts';
import { rootName } from '../../shared/storageLayout.ts';
import type { WrittenSite } from '../release.ts';
import { ownerOf } from '../storage/owner.ts';
import { storagePlace } from '../storage/place.ts';
import { readyRelease } from '../storage/readyRelease.ts';
import { routerOf } from '../storage/router.ts';
import { withStorage } from '../storage/withStorage.ts';

/**
 * Deploys a published release to the folder that it was published below, which stands for the router's storage: the same plan, lock, checks
 * and pointer as on a router. The image sets are left out, because the demo downloads nothing.
 *
 * @param published `<folder>/releases/<id>`
 */
export async function deployDemo(
  { manifest, opened }: WrittenSite,
  published: string,
  world: World,
): Promise<{ readonly folder: string; readonly uploadedBytes: number }> {
  const storage = dirname(dirname(published));
  const reader = await world.releases.open(published);
  if (manifest === undefined || reader === undefined) {
    throw new Failure('world', `${published}/${manifestPath} went away while the demo ran`, {
      next: 'see whether something else writes there, then run the demo again',
    });
  }
  const { wanted, files } = await readyRelease(manifest, reader);
  const place = storagePlace(routerOf(opened), { to: storage }, world.http);
  const { pointer, uploadedBytes } = await withStorage(manifest.site.name, place, world, {}, (tools) =>
    deploy(
      {
        wanted: { ...wanted, assets: [] },
        files,
        images: world.imageFiles(storage),
        settings: place.settings,
        owner: ownerOf('demo', world),
      },
      tools,
    ),
  );
  return { folder: `${storage}/${rootName}/${releasePath(pointer.release)}`, uploadedBytes };
}
