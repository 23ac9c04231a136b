import type { Architecture } from '../../inventory/model/images.ts';
import type { Cluster, Site } from '../../inventory/model/site.ts';
import { shAssignments } from '../../shared/shQuote.ts';
import type { ButaneFile } from '../butane/config.ts';
import { settingsPath, sumsPath } from './changesInPlace.ts';
import { inlineFile } from './file.ts';

/**
 * Which version of K3s a first boot installs, where from, and what its files hash to: the router is not trusted to name the hashes of
 * what it serves, so they come with the node's configuration. From upstream the installer fetches and checks the program by itself.
 */
export function k3sVersionFiles(site: Site, cluster: Cluster, architecture: Architecture): ButaneFile[] {
  const { version, source } = cluster;
  const settings = {
    PILOTLIGHT_K3S_VERSION: version,
    PILOTLIGHT_K3S_SOURCE: source,
    PILOTLIGHT_K3S_URL: `${site.router.url}/k3s/${version}`,
  };
  const files = [inlineFile(settingsPath, 0o644, shAssignments(settings))];
  if (source === 'router') files.push(inlineFile(sumsPath, 0o644, sums(cluster, architecture)));
  return files;
}

/** What `sha256sum --check` takes; empty where the image lock does not pin this version, which the first boot refuses. */
function sums({ assets }: Cluster, architecture: Architecture): string {
  return assets
    .filter((each) => each.architecture === architecture)
    .flatMap(({ files }) => files.map(({ name, sha256 }) => `${sha256}  ${name}\n`))
    .join('');
}
