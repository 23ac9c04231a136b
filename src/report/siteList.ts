import { jsonText } from './jsonText.ts';
import { table } from './table.ts';

/** A site of an inventory, as it is listed. */
export interface SiteListRow {
  readonly site: string;
  readonly folder: string;
  /** Address of its router; undefined while the site cannot be read. */
  readonly router: string | undefined;
  readonly nodes: number;
}

/** The sites as a table. */
export function siteListText(sites: readonly SiteListRow[]): string {
  const rows = sites.map(({ site, folder, router, nodes }) => [site, String(nodes), router ?? '?', folder]);
  return table(['SITE', 'NODES', 'ROUTER', 'FOLDER'], rows);
}

/** The sites as JSON. */
export function siteListJson(sites: readonly SiteListRow[]): string {
  const listed = sites.map(({ site, folder, router, nodes }) => ({
    site,
    folder,
    router: router ?? null,
    nodes,
  }));
  return jsonText({ version: 1, sites: listed });
}
