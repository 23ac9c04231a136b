import type { ReleaseWriter } from '../ports/releaseFolder.ts';
import type { World } from '../ports/world.ts';
import { manifestText } from '../release/build.ts';
import { type Manifest, manifestPath } from '../release/manifest.ts';
import { originPath, originText, type ReleaseOrigin } from '../release/origin.ts';
import type { BuildHooks } from './build/site.ts';
import { type CheckedSite, checkSite } from './check.ts';
import type { OpenedSite } from './sites.ts';

/** A site that was built into a folder; `folder` is missing when errors kept the release from being made. */
export interface WrittenSite extends CheckedSite {
  readonly folder: string | undefined;
}

/**
 * Builds a site and writes its release: whole, or nothing at all.
 * @param finish Says where the files of a whole release go, and answers the folder.
 */
export async function writeRelease(
  opened: OpenedSite,
  world: World,
  options: {
    readonly below: string;
    readonly origin?: ReleaseOrigin | undefined;
    readonly hooks?: BuildHooks;
    finish(writer: ReleaseWriter, manifest: Manifest): Promise<string>;
  },
): Promise<WrittenSite> {
  const writer = await world.releases.begin(options.below);
  try {
    const checked = await checkSite(opened, world, {
      ...options.hooks,
      onFile: (file) => {
        writer.write(file);
        options.hooks?.onFile?.(file);
      },
    });
    const { manifest } = checked;
    if (manifest === undefined) {
      await writer.discard();
      return { ...checked, folder: undefined };
    }
    writer.write({ path: manifestPath, text: manifestText(manifest) });
    if (options.origin !== undefined) writer.write({ path: originPath, text: originText(options.origin) });
    return { ...checked, folder: await options.finish(writer, manifest) };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}
