import type { Node } from '../../inventory/model/node.ts';
import type { Cluster, Site } from '../../inventory/model/site.ts';
import { type Finding, finding, type RelatedPlace } from '../../shared/finding.ts';
import type { Locate } from '../locate.ts';
import { diskOf, longhornDataPath } from './longhornDisks.ts';

/** Most nodes that one finding names, or shows the places of. */
const mostNodes = 5;

/** Where Longhorn's volumes would be lost by a reimage, or could not be kept at all. */
export function longhornFindings(site: Site, locate: Locate): Finding[] {
  const { cluster } = site;
  if (cluster?.storage !== 'longhorn') return [];
  return [...systemDiskFindings(site, cluster, locate), ...filesystemFindings(site, cluster, locate)];
}

/** One finding for all nodes whose volumes are on the disk that a reimage erases: what is missing is mostly missing from all of them. */
function systemDiskFindings(site: Site, cluster: Cluster, locate: Locate): Finding[] {
  const folder = longhornDataPath(site, cluster);
  const without = clusterNodes(site).filter(({ node }) => diskOf(node, folder) === undefined);
  if (without.length === 0) return [];
  const names = without.slice(0, mostNodes).map(({ node }) => node.name);
  const more = without.length - names.length;
  const shown = names.join(', ') + (more === 0 ? '' : ` and ${more} more`);
  const message = `no extra disk is mounted at ${folder}, or above it, on ${shown}: its volumes are on the system disk, and a reimage loses them`;
  const related: RelatedPlace[] = without
    .slice(0, mostNodes)
    .map(({ node, path }) => ({ place: locate(`${path}/extraDisks`), message: node.name }));
  const hint = `add extraDisks: [{ device: /dev/disk/by-id/…, label: longhorn, mount: ${folder} }] to the nodes or to a group`;
  return [finding('PL2506', locate('/cluster/storage'), message, { hint, related })];
}

function filesystemFindings(site: Site, cluster: Cluster, locate: Locate): Finding[] {
  const folder = longhornDataPath(site, cluster);
  return clusterNodes(site).flatMap(({ node, path }) => {
    const disk = diskOf(node, folder);
    if (disk === undefined || disk.filesystem !== 'btrfs') return [];
    const place = locate(`${path}/extraDisks`);
    const message = `${folder} would be on ${disk.filesystem}, which Longhorn does not support`;
    return [finding('PL2507', place, message, { hint: 'set filesystem: xfs, which is the default' })];
  });
}

/** The nodes that run K3s, with their places in the model. */
function clusterNodes({ nodes }: Site): { readonly node: Node; readonly path: string }[] {
  return nodes
    .map((node, index) => ({ node, path: `/nodes/${index}` }))
    .filter(({ node }) => node.role !== 'none');
}
