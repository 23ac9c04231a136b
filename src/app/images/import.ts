import { join } from 'node:path';
import { neededFiles } from '../../images/files.ts';
import { type ImportedFile, importFiles } from '../../images/import.ts';
import type { World } from '../../ports/world.ts';
import type { Selection } from '../sites.ts';
import type { ImagesOptions } from './options.ts';
import { distinctFiles, imagesSites, keysOf } from './site.ts';

export interface ImportReport {
  readonly folder: string;
  /** The folder that was looked through. */
  readonly from: string;
  readonly files: readonly ImportedFile[];
}

/** Copies what the nodes of the sites need from a folder into the cache. */
export async function importImages(
  selection: Selection,
  { folder, from }: Pick<ImagesOptions, 'folder'> & { readonly from: string },
  world: World,
): Promise<ImportReport> {
  const sites = await imagesSites(selection, world);
  distinctFiles(sites.flatMap(({ inventory }) => neededFiles(inventory.site)));
  const paths = await world.filesBelow(from);
  const source = { paths, open: (path: string) => world.localFile(join(from, path)) };
  const cache = world.imageCache(folder);
  const seen = new Set<string>();
  const files: ImportedFile[] = [];
  for (const { inventory } of sites) {
    const wanted = neededFiles(inventory.site).filter(({ path }) => !seen.has(path));
    for (const { path } of wanted) seen.add(path);
    const presence = { cache, keys: keysOf(inventory), signatures: world.signatures };
    files.push(...(await importFiles(wanted, source, presence)));
  }
  return { folder, from, files };
}
