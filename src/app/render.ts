import type { World } from '../ports/world.ts';
import type { RenderedFile } from '../shared/fileTree.ts';
import type { BuildHooks } from './build/site.ts';
import { type Checked, check, summarize } from './check.ts';
import { type WrittenSite, writeRelease } from './release.ts';
import { openSites, type Selection } from './sites.ts';

/** Renders all files and hands each one over, also those of a site that has errors elsewhere. */
export async function renderFiles(
  selection: Selection,
  world: World,
  onFile: (file: RenderedFile) => void,
): Promise<Checked> {
  return check(selection, world, { onFile });
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
      const folder = opened.length > 1 ? `${out}/${site.inventory?.site.name ?? 'unnamed'}` : out;
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
