import type { World } from '../ports/world.ts';
import type { RenderedFile } from '../shared/fileTree.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, type CheckedSite, checkSite, summarize } from './check.ts';
import { type WrittenSite, writeRelease } from './release.ts';
import { openSites, type Selection, siteName } from './sites.ts';

/**
 * Renders all files and hands each one over, also those of a site that has errors elsewhere. Of several sites, the paths
 * begin with the name of the site, as in the folder that {@link renderTree} makes.
 */
export async function renderFiles(
  selection: Selection,
  world: World,
  onFile: (file: RenderedFile) => void,
): Promise<Checked> {
  const started = world.now();
  const opened = await openSites(selection, world);
  const sites: CheckedSite[] = [];
  for (const site of opened) {
    const below = opened.length > 1 ? `${siteName(site)}/` : '';
    const prefixed = (file: RenderedFile): void => onFile({ ...file, path: `${below}${file.path}` });
    sites.push(await checkSite(site, world, { onFile: prefixed }));
  }
  return summarize(sites, world.now() - started);
}

/** Renders the file tree of each site to a folder; of several sites, each to a folder below by its name. */
export async function renderTree(
  selection: Selection,
  out: string,
  world: World,
  hooks: BuildHooks = {},
): Promise<Checked & { readonly sites: readonly WrittenSite[] }> {
  const started = world.now();
  const opened = await openSites(selection, world);
  const work = await world.releases.temporaryFolder();
  const sites: WrittenSite[] = [];
  try {
    for (const site of opened) {
      const folder = opened.length > 1 ? `${out}/${siteName(site)}` : out;
      const finish = async (writer: { moveTo(target: string): Promise<void> }): Promise<string> => {
        await writer.moveTo(folder);
        return folder;
      };
      sites.push(await writeRelease(site, world, { below: work, hooks, finish }));
    }
  } finally {
    await world.releases.removeTemporary(work);
  }
  return { ...summarize(sites, world.now() - started), sites };
}
