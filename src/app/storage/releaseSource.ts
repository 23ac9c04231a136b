import type { ReleaseReader } from '../../ports/releaseFolder.ts';
import type { World } from '../../ports/world.ts';
import { type Manifest, manifestPath } from '../../release/manifest.ts';
import type { ReleaseOrigin } from '../../release/origin.ts';
import { parseManifest } from '../../release/parse.ts';
import type { ReleaseFiles } from '../../release/verify.ts';
import { Failure } from '../../shared/failure.ts';
import type { BuildHooks } from '../build/site.ts';
import type { CheckedSite } from '../check.ts';
import { writeRelease } from '../release.ts';
import { type OpenedSite, siteName } from '../sites.ts';

/** Where the release of a site comes from. */
export interface ReleaseSource {
  readonly site: CheckedSite;
  /** Undefined when errors in the inventory kept it from being made. */
  readonly release: OpenRelease | undefined;
  /** Whether its files are known to be what its manifest says. */
  readonly verified: boolean;
}

/** A release in a folder of this machine. */
export interface OpenRelease {
  readonly manifest: Manifest;
  readonly reader: ReleaseReader;
  readonly files: ReleaseFiles;
}

/** Builds a site's release into a folder. */
export async function builtSource(
  opened: OpenedSite,
  world: World,
  { below, origin, hooks }: { below: string; origin: ReleaseOrigin | undefined; hooks: BuildHooks },
): Promise<ReleaseSource> {
  const written = await writeRelease(opened, world, {
    below,
    origin,
    ...(hooks.onNode === undefined ? {} : { hooks: { onNode: hooks.onNode } }),
    finish: (writer, manifest) => writer.publish(manifest.release.id),
  });
  const { folder, ...site } = written;
  if (folder === undefined) return { site, release: undefined, verified: true };
  return { site, release: await openPublished(folder, world), verified: true };
}

/** Opens a published release; a Failure where there is none that can be read. */
export async function openPublished(folder: string, world: World): Promise<OpenRelease> {
  const reader = await world.releases.open(folder);
  const text = await reader?.read(manifestPath);
  if (reader === undefined || text === undefined) {
    throw new Failure('usage', `${folder} holds no release`, {
      next: 'name the folder releases/<id> that publish made, or leave --release out',
    });
  }
  const { value: manifest, findings } = parseManifest(text, `${folder}/${manifestPath}`);
  if (manifest !== undefined) {
    const read = (path: string) => reader.read(path);
    return { manifest, reader, files: { folder, read, list: () => reader.list() } };
  }
  throw new Failure('usage', `${folder} holds no release that can be read: ${findings[0]?.message ?? ''}`, {
    next: findings[0]?.hint ?? 'publish it again',
  });
}

/** A published release with the site of the inventory that it is of. */
export function publishedSource(opened: readonly OpenedSite[], release: OpenRelease): ReleaseSource {
  const { name } = release.manifest.site;
  const site = opened.find((each) => siteName(each) === name);
  if (site === undefined) {
    throw new Failure('usage', `the release is of the site ${JSON.stringify(name)}`, {
      next: `the inventory says where a site's storage is; sites there: ${opened.map(siteName).join(', ')}`,
    });
  }
  // What is wrong with the inventory now is no reason against a release that was made when it was not.
  const checked: CheckedSite = { name, opened: site, manifest: release.manifest, findings: [] };
  return { site: checked, release, verified: false };
}
