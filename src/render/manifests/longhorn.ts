import { clusterNodes } from './clusterNodes.ts';
import { helmChart } from './helmChart.ts';
import { longhornDataPath } from './longhornDisks.ts';
import type { ManifestRenderer } from './renderer.ts';

/** More copies than this protect against more failures than a small cluster lives through. It is Longhorn's own default, too. */
const mostReplicas = 3;

/** Longhorn, with `storage: longhorn`: the default storage class, with as many copies as there are nodes to hold them, at most three. */
export const longhorn: ManifestRenderer = (site, cluster) => {
  const chart = cluster.charts.longhorn;
  if (cluster.storage !== 'longhorn' || chart === undefined) return undefined;
  const replicas = Math.min(mostReplicas, clusterNodes(site).length);
  return helmChart(site, chart, {
    name: 'longhorn',
    key: 'longhorn',
    repository: 'https://charts.longhorn.io',
    namespace: 'longhorn-system',
    createNamespace: true,
    values: {
      defaultSettings: {
        defaultDataPath: longhornDataPath(site, cluster),
        defaultReplicaCount: replicas,
      },
      persistence: { defaultClass: true, defaultClassReplicaCount: replicas },
    },
  });
};
