import type { SecretReference } from '../../shared/secret.ts';
import type { Architecture, ImageSet } from './images.ts';

/** One machine, all defaults resolved. */
export interface Node {
  /** Name of the node file without `.yaml`. */
  readonly name: string;
  /** `inventory/nodes/lenovo1.yaml` */
  readonly file: string;
  /** FQDN: `lenovo1.lab.home.lerenn.net`. */
  readonly hostname: string;
  /** First label of the host name. */
  readonly shortName: string;
  /** Lower case, with colons; the first one is the one that boots. */
  readonly macs: readonly string[];
  readonly network: NodeNetwork;
  readonly role: Role;
  /** Whether this server bootstraps a new cluster. */
  readonly firstServer: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly architecture: Architecture;
  readonly installDisk: InstallDisk;
  readonly extraDisks: readonly ExtraDisk[];
  /** For the live system and the installed one. */
  readonly kernelArguments: readonly string[];
  readonly installer: Installer;
  /** Least specific first: site, groups in the order of site.yaml, node. */
  readonly overlays: readonly OverlayReference[];
  readonly groups: readonly string[];
  readonly users: readonly User[];
  /** What a machine that is not armed does after iPXE, in the way that its firmware understands. */
  readonly localBoot: LocalBoot;
  readonly power: readonly PowerMethod[];
  readonly updates: Updates;
  /** The CoreOS release that it installs; undefined when the image lock has none for its stream and architecture. */
  readonly images?: ImageSet;
  /** Fedora CoreOS stream: `stable`. */
  readonly stream: string;
  readonly timezone?: string;
  /** The private key of its SSH server, where it is to be the same after each installation. */
  readonly sshHostKey?: SecretReference;
}

export type Role = 'server' | 'agent' | 'none';

/** How a node comes up; `none` runs no K3s. */
export type Variant = 'bootstrap' | 'join' | 'agent' | 'none';

export interface NodeNetwork {
  readonly address:
    | { readonly method: 'dhcp' }
    | { readonly method: 'static'; readonly address: string; readonly prefixLength: number };
  readonly gateway: string;
  readonly dns: readonly string[];
  readonly ntp: readonly string[];
  /** 802.1Q tag on the link (or bond). */
  readonly vlan?: number;
  readonly bond?: {
    readonly mode: string;
    readonly macs: readonly string[];
    readonly options: Readonly<Record<string, string>>;
  };
  /** Bytes. */
  readonly mtu?: number;
}

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

export interface InstallDisk {
  /** `/dev/disk/by-id/…` */
  readonly device: string;
  /** Partitions that a reinstall keeps, by label or by number (or range `5-7`). */
  readonly keepPartitions: readonly ({ readonly label: string } | { readonly index: string })[];
}

export interface ExtraDisk {
  readonly device: string;
  readonly filesystem: 'xfs' | 'ext4' | 'btrfs';
  /** Label of the file system. */
  readonly label: string;
  /** Mount point; under /var on CoreOS. */
  readonly mount?: string;
  /** Whether a reinstall erases it. */
  readonly wipe: boolean;
}

export interface Installer {
  /** `install` writes the disk; `live` boots the live system and writes nothing. */
  readonly mode: 'install' | 'live';
  /** `osmet` is the image packed in the live rootfs; `metalImage` fetches the metal image from the router. */
  readonly source: 'osmet' | 'metalImage';
  /** Allows a metal image without a signature. Never set unless the site asks for it by name. */
  readonly insecure: boolean;
  /** Whether the live system gets `ignition.firstboot ignition.platform.id=metal`. */
  readonly ignitionFirstboot: boolean;
  /** `gate` (the default: the router hands out a URL to an armed node) or a literal URL. */
  readonly ignitionUrl: string;
  /** Literal URLs in place of those of the image set. */
  readonly urls: {
    readonly kernel?: string;
    readonly initramfs?: string;
    readonly rootfs?: string;
    readonly metalImage?: string;
  };
  /** `rd.neednet=1`, `ip=dhcp` */
  readonly networkArguments: readonly string[];
  /** More arguments for the live system only. */
  readonly liveArguments: readonly string[];
  /** Name under which the initramfs is registered: `initrd=` names it. */
  readonly initrdName: string;
}

/** A Butane overlay, with the place that asked for it. */
export interface OverlayReference {
  /** `inventory/overlays/longhorn.bu` */
  readonly file: string;
  /** Whether it may replace what less specific configuration set. Without it a contradiction is a finding. */
  readonly override: boolean;
  /** Where the reference stands. */
  readonly from: { readonly file: string; readonly pointer: readonly (string | number)[] };
}

export interface User {
  readonly name: string;
  readonly sshAuthorizedKeys: readonly string[];
  readonly groups: readonly string[];
  readonly passwordHash?: SecretReference;
}

export type LocalBoot = 'exit' | 'exitError' | 'sanboot' | 'poweroff';

export interface PowerMethod {
  readonly method: 'ssh' | 'wol' | 'redfish' | 'ipmi' | 'amt' | 'http' | 'command' | 'manual';
  /** Settings of the method, read by the power adapter; secrets are references. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Updates {
  /** `windows`: zincati reboots in this node's own window; `off`: updates are disabled. */
  readonly strategy: 'windows' | 'immediate' | 'off';
  /** UTC. Windows of servers never overlap. */
  readonly windows: readonly {
    readonly days: readonly string[];
    readonly start: string;
    readonly lengthMinutes: number;
  }[];
}
