import type { Cluster, Manifest, Site } from '../../inventory/model/site.ts';
import { compareText } from '../../shared/finding.ts';
import { cilium } from './cilium.ts';
import { kubeVip } from './kubeVip.ts';
import { longhorn } from './longhorn.ts';
import type { ManifestRenderer } from './renderer.ts';
import { upgradeController, upgradePlans } from './upgrade.ts';

/** What a cluster can bring beside K3s; each answers undefined for a cluster that does not ask for it. */
const renderers: readonly ManifestRenderer[] = [cilium, longhorn, kubeVip, upgradeController];

/**
 * What is no part of a node, only of a release. K3s applies its whole folder whenever it starts: in the middle of an upgrade, a server
 * that starts with the new program would put the plans for the old one back.
 */
const appliedByHand: readonly ManifestRenderer[] = [upgradePlans];

/**
 * The manifests that a server has in K3s's folder, in order of name: those of the site, and those that follow from its settings. Where a
 * file of the site has the name of a rendered one, which is a finding, the site's is left out: two files cannot have one name.
 */
export function clusterManifests(site: Site, cluster: Cluster): readonly Manifest[] {
  return withOwn(site, cluster, renderers);
}

/** The manifests that a release has, in order of name: those of servers, and those that only a person applies. */
export function releaseManifests(site: Site, cluster: Cluster): readonly Manifest[] {
  return withOwn(site, cluster, [...renderers, ...appliedByHand]);
}

function withOwn(site: Site, cluster: Cluster, renders: readonly ManifestRenderer[]): readonly Manifest[] {
  const rendered = renders.flatMap((render) => render(site, cluster) ?? []);
  const taken = new Set(rendered.map(({ name }) => name));
  const own = site.manifests.filter(({ name }) => !taken.has(name));
  return [...own, ...rendered].sort((a, b) => compareText(a.name, b.name));
}
