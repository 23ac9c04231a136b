import { scripts } from '../../generated/scripts.ts';
import type { Architecture } from '../../inventory/model/images.ts';
import type { Node, Variant } from '../../inventory/model/node.ts';
import type { Cluster, Site } from '../../inventory/model/site.ts';
import { shAssignments } from '../../shared/shQuote.ts';
import type { ButaneFile } from '../butane/config.ts';
import { clusterManifests } from '../manifests/clusterManifests.ts';
import { manifestsFolder } from './changesInPlace.ts';
import { inlineFile } from './file.ts';
import { nodeK3sConfig, sharedK3sConfig } from './k3sConfig.ts';
import { k3sVersionFiles } from './k3sVersion.ts';
import { serversFile } from './servers.ts';
import { type Share, sharing } from './sharing.ts';

/** The name that K3s's own files give an architecture. */
const k3sArchitecture: Readonly<Record<Architecture, string>> = { x86_64: 'amd64', aarch64: 'arm64' };

/** All files that make a node install K3s on its first boot. */
export function k3sFiles(site: Site, cluster: Cluster, node: Node, variant: Variant): ButaneFile[] {
  const share = sharing(site);
  const { architecture } = node;
  const role = variant === 'agent' ? 'agent' : 'server';
  const config = share(`k3s-config ${role}`, () => ({ text: sharedK3sConfig(cluster, role) }));
  return [
    inlineFile('/etc/rancher/k3s/config.yaml', 0o600, config.text + nodeK3sConfig(cluster, node, role)),
    share(`k3s-env ${variant} ${architecture}`, () => nodeEnv(cluster, architecture, variant)),
    ...share(`k3s-version ${architecture}`, () => k3sVersionFiles(site, cluster, architecture)),
    share('k3s-servers', () => serversFile(site, cluster)),
    ...share('k3s-scripts', () => [
      inlineFile('/usr/local/lib/pilotlight/servers.sh', 0o644, scripts['pilotlight-servers']),
      inlineFile('/usr/local/lib/pilotlight/start.sh', 0o644, scripts['pilotlight-start']),
      inlineFile('/usr/local/bin/pilotlight-k3s-fetch', 0o755, scripts['pilotlight-k3s-fetch']),
      inlineFile('/usr/local/bin/pilotlight-k3s-install', 0o755, scripts['pilotlight-k3s-install']),
    ]),
    ...(role === 'agent' ? [] : manifestFiles(share, site, cluster)),
  ];
}

function manifestFiles(share: Share, site: Site, cluster: Cluster): ButaneFile[] {
  return share('k3s-manifests', () =>
    clusterManifests(site, cluster).map(({ name, text }) =>
      inlineFile(`${manifestsFolder}/${name}`, 0o600, text),
    ),
  );
}

/** What the scripts know of the node itself. Without a CNI of K3s's own nothing makes a node Ready by itself. */
function nodeEnv(cluster: Cluster, architecture: Architecture, variant: Variant): ButaneFile {
  return inlineFile(
    '/etc/pilotlight/node.env',
    0o644,
    shAssignments({
      PILOTLIGHT_VARIANT: variant,
      PILOTLIGHT_ARCH: k3sArchitecture[architecture],
      PILOTLIGHT_WAIT_FOR: cluster.cni === 'none' ? 'api' : 'node',
    }),
  );
}
