import { Failure } from '../shared/failure.ts';
import type { Finding } from '../shared/finding.ts';
import { openSites, type Selection, siteName } from './sites.ts';
import type { World } from './world.ts';

/** A site of an inventory, as it is listed. */
export interface ListedSite {
  readonly site: string;
  /** `inventory/paris` */
  readonly folder: string;
  /** Address of its router; undefined while the site cannot be read. */
  readonly router: string | undefined;
  readonly nodes: number;
  readonly findings: readonly Finding[];
}

/** Lists the sites of an inventory, in the order of their folders. */
export async function listSites(selection: Selection, world: World): Promise<ListedSite[]> {
  const opened = await openSites(selection, world);
  return opened.map((site) => ({
    site: siteName(site),
    folder: site.sources.folder,
    router: site.inventory?.site.router.address,
    nodes: site.inventory?.site.nodes.length ?? 0,
    findings: site.findings,
  }));
}

/** A matrix of GitHub Actions: one job for each entry. */
export interface SiteMatrix {
  readonly include: readonly {
    readonly site: string;
    /** Labels of the runner that reaches the site's router. */
    readonly runner: readonly string[];
  }[];
}

/** Most jobs that GitHub makes of one matrix. */
const mostJobs = 256;

/**
 * One job for each site. The runner of a lone site is any of one's own; that of one of several has the site's name as a label.
 * Throws a {@link Failure} where GitHub would refuse the matrix.
 */
export function siteMatrix(
  sites: readonly Pick<ListedSite, 'site'>[],
  { site: named }: Pick<Selection, 'site'>,
): SiteMatrix {
  if (sites.length > mostJobs) {
    throw new Failure('usage', `${sites.length} sites are more than a matrix can have (${mostJobs})`, {
      next: 'name one with --site, or split the inventory',
    });
  }
  const alone = sites.length === 1 && named === undefined;
  return {
    include: sites.map(({ site }) => ({ site, runner: alone ? ['self-hosted'] : ['self-hosted', site] })),
  };
}
