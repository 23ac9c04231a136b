/**
 * The servers that a first boot may join through, and whom it trusts. They change when a server is added, which is no reason to
 * install the others again: what a node installed long ago knew of its siblings matters no more.
 */
export const serversPath = '/etc/pilotlight/servers.env';

/** What K3s applies from: after the first boot, whoever changes a manifest applies it to the cluster. */
export const manifestsFolder = '/var/lib/rancher/k3s/server/manifests';

/** Which version of K3s a first boot installs, and where from. */
export const settingsPath = '/etc/pilotlight/k3s.env';

/** What the files of that version hash to. */
export const sumsPath = '/etc/pilotlight/k3s.sha256';

const firstBootOnly: readonly string[] = [serversPath, settingsPath, sumsPath];

/**
 * Tells whether a file of a node changes without a reason to install the node again: because it is of no use after the first boot, or
 * because the change is brought to the running cluster in another way. The version of K3s is one of those even with `upgrade: reimage`:
 * a plan compares versions by themselves and a node tells its own, so that `upgrade` may be changed without installing anything again.
 */
export function changesInPlace(path: string): boolean {
  return firstBootOnly.includes(path) || path.startsWith(`${manifestsFolder}/`);
}
