import type { World } from '../ports/world.ts';
import type { ReleaseOrigin } from '../release/origin.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, summarize } from './check.ts';
import { type WrittenSite, writeRelease } from './release.ts';
import { isOneOfSeveral, openSites, type Selection, siteName } from './sites.ts';

/** What was published. */
export interface Published extends Checked {
  readonly sites: readonly PublishedSite[];
}

export interface PublishedSite extends WrittenSite {
  /** Whether the inventory has other sites too, published or not. */
  readonly oneOfSeveral: boolean;
}

export interface PublishOptions {
  /** Folder below which `releases/<id>/` is made, for each site `<name>/releases/<id>/` where there are several. */
  readonly out: string;
  /** Where the inventory came from; it is noted beside the manifest. */
  readonly origin?: ReleaseOrigin | undefined;
}

/** Makes a release of each site. A site with an error has none; the others are published all the same. */
export async function publish(
  selection: Selection,
  options: PublishOptions,
  world: World,
  hooks: BuildHooks = {},
): Promise<Published> {
  const started = world.now();
  const opened = await openSites(selection, world);
  const sites: PublishedSite[] = [];
  for (const site of opened) {
    const below = opened.length > 1 ? `${options.out}/${siteName(site)}` : options.out;
    const finish: Parameters<typeof writeRelease>[2]['finish'] = (writer, manifest) =>
      writer.publish(manifest.release.id);
    const written = await writeRelease(site, world, { below, origin: options.origin, hooks, finish });
    sites.push({ ...written, oneOfSeveral: isOneOfSeveral(site, selection) });
  }
  return { ...summarize(sites, world.now() - started), sites };
}
