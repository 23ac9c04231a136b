import { type FileOutcome, fetchAll } from '../../images/fetch/fetchAll.ts';
import { neededFiles } from '../../images/files.ts';
import type { World } from '../../ports/world.ts';
import type { Selection } from '../sites.ts';
import type { ImagesHooks, ImagesOptions } from './options.ts';
import { distinctFiles, imagesSites, keysOf, mirrorOf } from './site.ts';

export interface FetchOptions extends ImagesOptions {
  readonly requireSignatures: boolean;
}

/** What a fetch did. */
export interface FetchReport {
  readonly folder: string;
  readonly files: readonly FileOutcome[];
  readonly seconds: number;
}

/** Files that are fetched at a time. */
const parallel = 4;

/** Fetches everything that the nodes of the sites need into the cache. */
export async function fetchImages(
  selection: Selection,
  options: FetchOptions,
  world: World,
  hooks: ImagesHooks = {},
): Promise<FetchReport> {
  const started = world.now();
  const sites = await imagesSites(selection, world);
  const signal = hooks.stoppable?.();
  const seen = new Set<string>();
  const files: FileOutcome[] = [];
  distinctFiles(sites.flatMap(({ inventory }) => neededFiles(inventory.site)));
  for (const { inventory } of sites) {
    const wanted = neededFiles(inventory.site).filter(({ path }) => !seen.has(path));
    for (const { path } of wanted) seen.add(path);
    const downloads = world.downloads();
    try {
      const tools = {
        downloads,
        cache: world.imageCache(options.folder),
        signatures: world.signatures,
        keys: keysOf(inventory),
        mirrored: mirrorOf(inventory, options),
        wait: world.wait,
        signal,
      };
      const { requireSignatures } = options;
      const settings = { parallel, requireSignatures, onProgress: hooks.onEvent };
      files.push(...(await fetchAll(wanted, tools, settings)));
    } finally {
      downloads.close();
    }
  }
  return { folder: options.folder, files, seconds: (world.now() - started) / 1000 };
}
