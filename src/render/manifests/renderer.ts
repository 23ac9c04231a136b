import type { Cluster, Manifest, Site } from '../../inventory/model/site.ts';

/** Makes a manifest that a cluster brings beside those of its site, or none when the cluster does not ask for it. */
export type ManifestRenderer = (site: Site, cluster: Cluster) => Manifest | undefined;
