import { readInventory } from '../inventory/inventory.ts';
import type { Inventory } from '../inventory/model/inventory.ts';
import type { Sources } from '../inventory/model/source.ts';
import type { World } from '../ports/world.ts';
import { Failure } from '../shared/failure.ts';
import { type Finding, finding, type Place } from '../shared/finding.ts';
import { nearest } from '../shared/nearest.ts';

/** Which sites of which inventory a command is about. */
export interface Selection {
  /** Folder of the inventory: `inventory`. */
  readonly folder: string;
  /** Name of one site, where the inventory holds several. */
  readonly site?: string | undefined;
  /** A Git commit to read the inventory from, in place of the folder as it is now. */
  readonly revision?: string | undefined;
}

/** A site as it was read: its model when it could be made, and what was found on the way. */
export interface OpenedSite {
  readonly sources: Sources;
  readonly inventory: Inventory | undefined;
  readonly findings: readonly Finding[];
}

/** Reads and checks the sites that were asked for. Throws a {@link Failure} where none goes by the name. */
export async function openSites(selection: Selection, world: World): Promise<OpenedSite[]> {
  const all =
    selection.revision === undefined
      ? await world.inventory.readFolder(selection.folder)
      : await world.inventory.readCommit(selection.folder, selection.revision);
  const opened = withDistinctNames(all.map(openSite));
  if (selection.site === undefined) return opened;
  const chosen = opened.filter((site) => siteName(site) === selection.site);
  if (chosen.length > 0) return chosen;
  const names = opened.map(siteName);
  const near = nearest(selection.site, names);
  const there = `sites there: ${names.join(', ') || 'none'}`;
  throw new Failure('usage', `no site named ${JSON.stringify(selection.site)} in ${selection.folder}`, {
    next: near === undefined ? there : `did you mean ${near}? ${there}`,
  });
}

function openSite(sources: Sources): OpenedSite {
  const { value, findings } = readInventory(sources);
  return { sources, inventory: value, findings };
}

/** Finds what only several sites together show: a name that an earlier one has already. */
function withDistinctNames(sites: readonly OpenedSite[]): OpenedSite[] {
  const earlier = new Map<string, OpenedSite>();
  return sites.map((site) => {
    const name = siteName(site);
    const other = earlier.get(name);
    if (other === undefined) {
      earlier.set(name, site);
      return site;
    }
    const message = `site ${name} has the name of the one in ${other.sources.folder}`;
    const hint = 'give one of them another `name`';
    const more = { hint, related: [{ place: placeOfName(other), message: '' }] };
    return { ...site, findings: [...site.findings, finding('PL1297', placeOfName(site), message, more)] };
  });
}

function placeOfName({ sources, inventory }: OpenedSite): Place {
  const file = `${sources.folder}/site.yaml`;
  return inventory?.documents.get(file)?.locate(['name']) ?? { file, line: 1, column: 1 };
}

/** A site's name: what site.yaml says, or its folder's while site.yaml cannot be read. */
export function siteName(site: OpenedSite): string {
  return site.inventory?.site.name ?? site.sources.folder.split('/').at(-1) ?? site.sources.folder;
}

/** Whether the site is one of several: its folder is then one below the inventory's. */
export function isOneOfSeveral({ sources }: OpenedSite, { folder }: Selection): boolean {
  return sources.folder.replace(/\/+$/, '').length > folder.replace(/\/+$/, '').length;
}
