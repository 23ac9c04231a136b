import { compareText } from '../../shared/finding.ts';
import { releasesFolder } from '../../shared/storageLayout.ts';
import type { Manifest, NodeRecord } from '../manifest.ts';
import { k3sChange, plansPath } from './k3sChange.ts';
import type { Reason } from './plan.ts';

/** What changes in the files that are no node's, in words. */
export function fileReasons(before: Manifest, after: Manifest): Reason[] {
  const old = sharedFiles(before);
  const now = sharedFiles(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort(compareText);
  return paths.flatMap((path) => {
    const change = !old.has(path) ? 'added' : !now.has(path) ? 'removed' : 'changed';
    if (old.get(path) === now.get(path)) return [];
    return [
      { about: 'siteFile' as const, text: `${path} ${change}${consequence(path, change, before, after)}` },
    ];
  });
}

/** Where K3s applies manifests from. Source: K3s documents, "Managing Packaged Components". */
const serverFolder = '/var/lib/rancher/k3s/server/manifests';

/**
 * What a change of a manifest means for a cluster that runs. Nodes that are installed get the new file, and no node is installed
 * again for it. K3s applies all files of a server's folder when it starts, so that a server with the old one would put it back;
 * it never deletes what a file brought that is gone.
 */
function consequence(
  path: string,
  change: 'added' | 'removed' | 'changed',
  before: Manifest,
  after: Manifest,
): string {
  const { cluster } = after;
  if (!path.startsWith('manifests/') || before.cluster === undefined || cluster === undefined) return '';
  if (path === plansPath) return plansConsequence(change, before, after);
  const name = path.slice('manifests/'.length);
  if (change === 'removed')
    return `: what it brought stays in the cluster until somebody deletes it, after ${serverFolder}/${name} of the servers`;
  return `: apply it to the running cluster with kubectl apply -f ${urlOf(path, after)}, and put it into ${serverFolder} of the servers, or one that restarts applies what it has`;
}

/** Plans lie in the cluster alone. What a new version or another way to upgrade means for them is told with those. */
function plansConsequence(
  change: 'added' | 'removed' | 'changed',
  before: Manifest,
  after: Manifest,
): string {
  if (change !== 'changed' || k3sChange(before, after) !== undefined) return '';
  return `: apply it to the running cluster with kubectl apply -f ${urlOf(plansPath, after)}`;
}

function urlOf(path: string, { release, site }: Manifest): string {
  return `${site.router.url}/${releasesFolder}/${release.id}/${path}`;
}

/** Digests of the files that belong to no node, by path. */
function sharedFiles(manifest: Manifest): ReadonlyMap<string, string> {
  const owned = new Set(manifest.nodes.flatMap(ownFiles));
  return new Map(
    manifest.files.filter(({ path }) => !owned.has(path)).map(({ path, sha256 }) => [path, sha256]),
  );
}

function ownFiles({ variants, scripts }: NodeRecord): string[] {
  return [...variants.flatMap(({ config, ignition, install }) => [config, ignition, install]), ...scripts];
}
