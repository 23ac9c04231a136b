import { scripts } from '../../generated/scripts.ts';
import type { Architecture } from '../../inventory/model/images.ts';
import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Cluster, Site } from '../../inventory/model/site.ts';
import { shAssignments } from '../../shared/shQuote.ts';
import type { ButaneFile, ButaneUnit } from '../butane/config.ts';
import { clusterManifests } from '../manifests/clusterManifests.ts';
import { manifestsFolder, serversPath } from './changesInPlace.ts';
import { inlineFile } from './file.ts';
import { nodeK3sConfig, sharedK3sConfig } from './k3sConfig.ts';
import { sharing } from './sharing.ts';
import { installUnit, labelUnit } from './units.ts';

/** The name that K3s's own files give an architecture. */
const k3sArchitecture: Readonly<Record<Architecture, string>> = { x86_64: 'amd64', aarch64: 'arm64' };

/** All files that make a node install K3s on its first boot. */
export function k3sFiles(site: Site, cluster: Cluster, node: Node, variant: Variant): ButaneFile[] {
  const share = sharing(site);
  const { architecture } = node;
  const config = share(`k3s-config ${variant}`, () => ({ text: sharedK3sConfig(cluster, variant) }));
  return [
    inlineFile('/etc/rancher/k3s/config.yaml', 0o600, config.text + nodeK3sConfig(cluster, node, variant)),
    share(`k3s-env ${variant} ${architecture}`, () =>
      inlineFile(
        '/etc/pilotlight/node.env',
        0o644,
        shAssignments(settings(site, cluster, architecture, variant)),
      ),
    ),
    share('k3s-servers', () =>
      inlineFile(serversPath, 0o644, shAssignments({ PILOTLIGHT_SERVERS: cluster.servers.join(' ') })),
    ),
    ...share('k3s-scripts', () => [
      inlineFile('/usr/local/lib/pilotlight/common.sh', 0o644, scripts['pilotlight-common']),
      inlineFile('/usr/local/bin/pilotlight-k3s-fetch', 0o755, scripts['pilotlight-k3s-fetch']),
      inlineFile('/usr/local/bin/pilotlight-k3s-install', 0o755, scripts['pilotlight-k3s-install']),
    ]),
    ...(variant === 'agent'
      ? []
      : share('k3s-manifests', () =>
          clusterManifests(site, cluster).map(({ name, text }) =>
            inlineFile(`${manifestsFolder}/${name}`, 0o600, text),
          ),
        )),
  ];
}

/** The units of the first boot of a node with K3s. */
export const k3sUnits: readonly ButaneUnit[] = [labelUnit, installUnit];

/** What the scripts know of the node and its site. Without a CNI of K3s's own nothing makes a node Ready by itself. */
function settings(
  site: Site,
  cluster: Cluster,
  architecture: Architecture,
  variant: Variant,
): Readonly<Record<string, string>> {
  return {
    PILOTLIGHT_VARIANT: variant,
    PILOTLIGHT_ARCH: k3sArchitecture[architecture],
    PILOTLIGHT_K3S_VERSION: cluster.version,
    PILOTLIGHT_K3S_SOURCE: cluster.source,
    PILOTLIGHT_K3S_URL: `${site.router.url}/k3s/${cluster.version}`,
    PILOTLIGHT_WAIT_FOR: cluster.cni === 'none' ? 'api' : 'node',
  };
}
