import { fedoraKeys } from '../../images/fedoraKeys.ts';
import { mirrored } from '../../images/mirror.ts';
import type { Inventory } from '../../inventory/model/inventory.ts';
import type { World } from '../../ports/world.ts';
import { Failure } from '../../shared/failure.ts';
import { type OpenedSite, openSites, type Selection, siteName } from '../sites.ts';
import type { ImagesOptions } from './options.ts';

/** A site whose inventory can be used for its images. */
export interface ImagesSite {
  readonly name: string;
  readonly opened: OpenedSite;
  readonly inventory: Inventory;
}

/** The sites that were asked for. Throws a {@link Failure} where not all that their nodes want is known. */
export async function imagesSites(selection: Selection, world: World): Promise<ImagesSite[]> {
  return (await openSites(selection, world)).map((opened) => {
    const { inventory } = opened;
    if (inventory?.imageWishes.complete !== true) {
      throw new Failure('usage', `${opened.sources.folder} cannot be read whole`, {
        next: 'pilotlight check lists what is wrong with it',
      });
    }
    return { name: siteName(opened), opened, inventory };
  });
}

/** The address that is asked for a URL of the lock. */
export function mirrorOf({ imageWishes }: Inventory, { mirrors }: ImagesOptions): (url: string) => string {
  const sources = { ...imageWishes.sources, ...mirrors };
  return (url) => mirrored(url, sources);
}

/** The armoured keys whose signatures count: those that site.yaml names, else Fedora's. */
export function keysOf({ imageWishes, files, site }: Inventory): string[] {
  const { keys } = imageWishes.sources;
  if (keys === undefined) return [fedoraKeys];
  return keys.map((key) => {
    if (key.includes('-----BEGIN PGP')) return key;
    const file = files.get(key);
    if (file === undefined) {
      throw new Failure(
        'usage',
        `there is no ${site.folder}/${key}, which images.keys in ${site.file} names`,
        {
          next: 'put the armoured public key there, or mend the path',
        },
      );
    }
    return new TextDecoder().decode(file.bytes);
  });
}

/** Files that several sites want, once; where two sites pin a path with different hashes, that is told. */
export function distinctFiles<T extends { readonly path: string; readonly sha256: string }>(
  files: readonly T[],
): T[] {
  const byPath = new Map<string, T>();
  for (const file of files) {
    const known = byPath.get(file.path);
    if (known !== undefined && known.sha256 !== file.sha256) {
      throw new Failure('refused', `${file.path} is pinned with two hashes, by different sites`, {
        next: 'pilotlight images lock, for each of them',
      });
    }
    byPath.set(file.path, file);
  }
  return [...byPath.values()];
}
