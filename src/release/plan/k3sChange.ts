import { releasesFolder } from '../../shared/storageLayout.ts';
import type { Manifest } from '../manifest.ts';

/** Another version of K3s, and how nodes that run get to it: they are installed again, or their program is replaced. */
export interface K3sChange {
  /** `v1.34.1+k3s1` */
  readonly from: string;
  readonly to: string;
  readonly how: 'reimage' | 'inPlace';
}

/** Where a release has the plans of the system-upgrade-controller. No server has them. */
export const plansPath = 'manifests/pilotlight-upgrade.yaml';

/** What becomes of the version of K3s; undefined where it stays, or where there was or will be no cluster. */
export function k3sChange(before: Manifest, after: Manifest): K3sChange | undefined {
  const from = before.cluster?.version;
  const to = after.cluster?.version;
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from, to, how: after.cluster?.upgrade ?? 'reimage' };
}

/** `K3s version: v1.34.1+k3s1 → v1.34.2+k3s1: nodes are installed again one after the other` */
export function k3sChangeText({ from, to, how }: K3sChange, after: Manifest): string {
  const means =
    how === 'reimage'
      ? 'nodes are installed again one after the other'
      : `in place, by the system-upgrade-controller, once ${plansPath} is applied${command(after)}`;
  return `K3s version: ${from} → ${to}: ${means}`;
}

/**
 * What it means when `k3s.upgrade` itself changes; undefined where it stays. Nodes know nothing of it, so none is installed again. Plans
 * that stay in the cluster would bring nodes back to the version in them, or try to.
 */
export function upgradeChangeText(before: Manifest, after: Manifest): string | undefined {
  if (before.cluster === undefined || after.cluster === undefined) return undefined;
  const old = before.cluster.upgrade ?? 'reimage';
  const now = after.cluster.upgrade ?? 'reimage';
  if (old === now) return undefined;
  const next =
    now === 'inPlace'
      ? 'the system-upgrade-controller has to be there before its plans: apply manifests/pilotlight-system-upgrade-controller.yaml'
      : 'take the plans away first: kubectl --namespace cattle-system delete plans.upgrade.cattle.io server-plan agent-plan';
  return `K3s upgrades: ${old} → ${now}: no node is installed again for that; ${next}`;
}

/** Empty where the release has no such manifest. */
function command({ files, release, site }: Manifest): string {
  if (!files.some(({ path }) => path === plansPath)) return '';
  return `: kubectl apply -f ${site.router.url}/${releasesFolder}/${release.id}/${plansPath}`;
}
