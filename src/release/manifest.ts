import type { ImageSet, K3sAssets } from '../inventory/model/images.ts';
import type { Role, Variant } from '../inventory/model/node.ts';
import type { UnknownMachines } from '../inventory/model/site.ts';
import type { Digest } from '../shared/digest.ts';
import type { FileRecord } from '../shared/fileTree.ts';
import type { SecretReference } from '../shared/secret.ts';

/** The shape of manifest.json that this program writes. A reader refuses a newer one. */
export const schemaVersion = 1;

/** Name of the manifest in a release. It is the one file that the manifest does not list. */
export const manifestPath = 'manifest.json';

/** What a release holds. No times, no commit and no values of secrets: the same inventory gives the same bytes. */
export interface Manifest extends ReleaseContent {
  readonly schemaVersion: typeof schemaVersion;
  /** Digest of {@link ReleaseContent}: what the release is named by. */
  readonly release: { readonly id: Digest };
  /** What made the release. Not part of the content: a new version that renders the same bytes makes the same release. */
  readonly versions: ToolVersions;
}

/** The part of a manifest that its id is the digest of. */
export interface ReleaseContent {
  readonly site: SiteRecord;
  /** The K3s cluster, if any node has a role in one. */
  readonly cluster?: ClusterRecord;
  /** By host name. */
  readonly nodes: readonly NodeRecord[];
  /** Every file but the manifest, by path. */
  readonly files: readonly FileRecord[];
  /** The image sets that nodes install, by version and architecture: what the router's storage has to hold. */
  readonly images: readonly ImageSet[];
  /** Files of K3s that the router's storage has to hold, by version and architecture; absent where the image lock pins none. */
  readonly k3s?: readonly K3sAssets[];
  /** The secrets whose markers stand in the files, by name. */
  readonly secrets: readonly SecretReference[];
}

export interface ToolVersions {
  readonly pilotlight: string;
  /** The translator's own name for itself: `ignition v2.27.0`. */
  readonly translator: string;
  /** Variant and version of the Butane files: `fcos 1.7.0`. */
  readonly butaneSpec: string;
}

export interface SiteRecord {
  readonly name: string;
  readonly domain: string;
  readonly router: { readonly address: string; readonly url: string };
  readonly unknownMachines: UnknownMachines;
}

export interface ClusterRecord {
  /** `v1.35.2+k3s1` */
  readonly version: string;
  readonly source: 'router' | 'upstream';
  /** FQDNs, the first server first. */
  readonly servers: readonly string[];
  readonly firstServer: string;
  /** What another version means for nodes that run: `reimage` where it is missing, in releases of an older Pilotlight. */
  readonly upgrade?: 'reimage' | 'inPlace';
}

export interface NodeRecord {
  /** Name of the node file without `.yaml`. */
  readonly name: string;
  /** FQDN. */
  readonly hostname: string;
  readonly role: Role;
  /** An IPv4 address, or `dhcp`. */
  readonly address: string;
  /** Lower case, with colons; the first one is the one that boots. */
  readonly macs: readonly string[];
  readonly architecture: string;
  /** The CoreOS release that it installs, where the image lock has one. */
  readonly coreos?: string;
  readonly kernelArguments: readonly string[];
  readonly disks: DiskRecord;
  /** How it can come up; the first one is what a reimage installs. */
  readonly variants: readonly [VariantRecord, ...VariantRecord[]];
  /** The boot scripts that are this node's alone: by MAC and by host name. They change without a reimage. */
  readonly scripts: readonly string[];
}

export interface VariantRecord {
  readonly variant: Variant;
  /** What an installed node reports: see `nodeDigest`. */
  readonly digest: Digest;
  /** Paths in the release. */
  readonly config: string;
  readonly ignition: string;
  readonly install: string;
}

/** What an installation does to the disks of a node. */
export interface DiskRecord {
  /** `/dev/disk/by-id/…` */
  readonly install: string;
  /** Partitions that a reinstall keeps: `label=data`, `index=5-7`. */
  readonly keepPartitions: readonly string[];
  readonly extra: readonly ExtraDiskRecord[];
}

export interface ExtraDiskRecord {
  readonly device: string;
  readonly filesystem: string;
  readonly label: string;
  readonly mount?: string;
  /** Whether every reinstall erases it. */
  readonly wipe: boolean;
}
