import type { InstallDisk, Node } from '../inventory/model/node.ts';
import type { Cluster, Site } from '../inventory/model/site.ts';
import type { ClusterRecord, DiskRecord, NodeRecord, SiteRecord } from './manifest.ts';

/** What a manifest says of a site. */
export function siteRecord(site: Site): SiteRecord {
  return {
    name: site.name,
    domain: site.domain,
    router: { address: site.router.address, url: site.router.url },
    unknownMachines: site.unknownMachines,
  };
}

/** What a manifest says of a cluster. */
export function clusterRecord(cluster: Cluster): ClusterRecord {
  return {
    version: cluster.version,
    source: cluster.source,
    servers: cluster.servers,
    firstServer: cluster.firstServer,
    upgrade: cluster.upgrade,
  };
}

/** What a manifest says of a node, given the files that were rendered for it. */
export function nodeRecord(node: Node, rendered: Pick<NodeRecord, 'variants' | 'scripts'>): NodeRecord {
  const { address } = node.network;
  return {
    name: node.name,
    hostname: node.hostname,
    role: node.role,
    address: address.method === 'dhcp' ? 'dhcp' : address.address,
    macs: node.macs,
    architecture: node.architecture,
    ...(node.images === undefined ? {} : { coreos: node.images.version }),
    kernelArguments: node.kernelArguments,
    disks: diskRecord(node),
    variants: rendered.variants,
    scripts: rendered.scripts,
  };
}

function diskRecord(node: Node): DiskRecord {
  return {
    install: node.installDisk.device,
    keepPartitions: node.installDisk.keepPartitions.map(keptPartition),
    extra: node.extraDisks.map(({ device, filesystem, label, mount, wipe }) => ({
      device,
      filesystem,
      label,
      ...(mount === undefined ? {} : { mount }),
      wipe,
    })),
  };
}

function keptPartition(partition: InstallDisk['keepPartitions'][number]): string {
  return 'label' in partition ? `label=${partition.label}` : `index=${partition.index}`;
}
