import type { Cluster, Manifest, Site } from '../../inventory/model/site.ts';
import { compareText } from '../../shared/finding.ts';
import { cilium } from './cilium.ts';
import { kubeVip } from './kubeVip.ts';
import { longhorn } from './longhorn.ts';
import type { ManifestRenderer } from './renderer.ts';
import { upgradeController, upgradePlans } from './upgrade.ts';

/** What a cluster can bring beside K3s; each answers undefined for a cluster that does not ask for it. */
const renderers: readonly ManifestRenderer[] = [cilium, longhorn, kubeVip, upgradeController, upgradePlans];

/** The manifests that follow from the settings of a cluster, in order of name. */
export function renderedManifests(site: Site, cluster: Cluster): readonly Manifest[] {
  return renderers
    .flatMap((render) => render(site, cluster) ?? [])
    .sort((a, b) => compareText(a.name, b.name));
}

/**
 * All manifests of a cluster, in order of name: those of the site, and those that follow from its settings. Where a file of the site
 * has the name of a rendered one, which is a finding, the site's is left out: two files cannot have one name.
 */
export function clusterManifests(site: Site, cluster: Cluster): readonly Manifest[] {
  const rendered = renderedManifests(site, cluster);
  const taken = new Set(rendered.map(({ name }) => name));
  const own = site.manifests.filter(({ name }) => !taken.has(name));
  return [...own, ...rendered].sort((a, b) => compareText(a.name, b.name));
}
