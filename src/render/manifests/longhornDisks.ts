import type { ExtraDisk, Node } from '../../inventory/model/node.ts';
import type { Cluster, Site } from '../../inventory/model/site.ts';
import { clusterNodes } from './clusterNodes.ts';
import { valueAt } from './overlaidValues.ts';

/** Where Longhorn keeps volumes unless it is told otherwise. */
const usualPath = '/var/lib/longhorn';

/**
 * The folder that Longhorn keeps volumes in, on all nodes the same: what site.yaml says in the chart's values; else the usual one,
 * when a node has an extra disk for it, or when it cannot be told which disk is meant; else the one folder that extra disks are
 * mounted on.
 */
export function longhornDataPath(site: Pick<Site, 'nodes'>, cluster: Pick<Cluster, 'charts'>): string {
  const given = valueAt(cluster.charts.longhorn?.values ?? {}, 'defaultSettings', 'defaultDataPath');
  if (typeof given === 'string' && given.startsWith('/')) return given;
  const disks = clusterNodes(site).flatMap(({ extraDisks }) => extraDisks);
  if (disks.some((disk) => holds(disk, usualPath))) return usualPath;
  const [only, another] = [...new Set(disks.flatMap(({ mount }) => mount ?? []))];
  return another === undefined && only !== undefined ? only : usualPath;
}

/** The extra disk of a node that holds a folder: the one that is mounted on it, or nearest above it. */
export function diskOf({ extraDisks }: Pick<Node, 'extraDisks'>, folder: string): ExtraDisk | undefined {
  return extraDisks
    .filter((disk) => holds(disk, folder))
    .toSorted((a, b) => (b.mount ?? '').length - (a.mount ?? '').length)[0];
}

function holds({ mount }: ExtraDisk, folder: string): boolean {
  if (mount === undefined) return false;
  return `${normal(folder)}/`.startsWith(`${normal(mount)}/`);
}

function normal(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}
