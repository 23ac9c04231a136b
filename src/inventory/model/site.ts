import type { SecretReference } from '../../shared/secret.ts';
import type { ImageSet, IpxeBinary, K3sAssets } from './images.ts';
import type { Node, OverlayReference } from './node.ts';

/** A site with all defaults resolved: what rendering, linting, deploying and reimaging work from. */
export interface Site {
  /** Short name: `lab`. Defaults to the first label of the domain. */
  readonly name: string;
  /** Path of site.yaml as a person would type it: `inventory/site.yaml`. */
  readonly file: string;
  /** Folder of the site's inventory: `inventory`. */
  readonly folder: string;
  /** DNS domain of the nodes: `lab.home.lerenn.net`. */
  readonly domain: string;
  readonly network: SiteNetwork;
  readonly router: Router;
  /** What boot.ipxe does with a machine that no node file names. */
  readonly unknownMachines: UnknownMachines;
  /** Whether a warning of Butane is an error. */
  readonly strict: boolean;
  /** Severities that site.yaml sets for configurable rules. */
  readonly rules: Readonly<Record<string, 'off' | 'warning' | 'error'>>;
  /** The K3s cluster, if any node has a role in one. */
  readonly cluster?: Cluster;
  /** Nodes by host name. */
  readonly nodes: readonly Node[];
  /** Files of `manifests/`, in order of name: applied by the first server's K3s. */
  readonly manifests: readonly Manifest[];
  /** The iPXE binaries of the image lock: what the router hands to machines that boot. */
  readonly ipxe: readonly IpxeBinary[];
  /** Every secret that anything refers to, by name. */
  readonly secrets: readonly SecretReference[];
}

export type UnknownMachines = 'ignore' | 'localBoot' | 'discover';

export interface SiteNetwork {
  /** `192.168.26.0/24` */
  readonly cidr: string;
  readonly gateway: string;
  readonly dns: readonly string[];
  readonly ntp: readonly string[];
  /** The range that the router's DHCP server hands out, both ends included. */
  readonly dhcpPool?: { readonly from: string; readonly to: string };
}

export interface Router {
  readonly address: string;
  /** Where nodes fetch from: `http://192.168.26.1:8069`, without a slash at its end. */
  readonly url: string;
  /** `cgi`: a program on the router answers machines that boot; `static`: files do, which deploy writes. */
  readonly gate: 'cgi' | 'static';
  /**
   * What deploy writes to: a mounted storage over SSH, any folder of a host with a POSIX shell, or a folder of the machine that runs
   * Pilotlight.
   */
  readonly target: 'openwrt' | 'posix' | 'directory';
  readonly ssh: SshAccess & {
    /** The host that the router is reached through. */
    readonly jump?: SshAccess & { readonly host: string };
  };
  /** Mount point of the USB storage: `/mnt/usb`. */
  readonly storage: string;
  /** Releases that deploy leaves on the storage. */
  readonly keepReleases: number;
}

/** How a host is reached by SSH. */
export interface SshAccess {
  readonly port: number;
  readonly user: string;
  /** As somebody wrote them: `shared/hostKey.ts` reads them. */
  readonly hostKeys: readonly string[];
}

/** One Kubernetes manifest of the site. */
export interface Manifest {
  readonly file: string;
  /** File name without folder. */
  readonly name: string;
  readonly text: string;
}

export interface Cluster {
  /** `v1.35.2+k3s1` */
  readonly version: string;
  readonly token: SecretReference;
  /** FQDNs of all servers, the first server first. A joining node tries them in this order. */
  readonly servers: readonly string[];
  /** FQDN of the server that bootstraps a new cluster. */
  readonly firstServer: string;
  readonly clusterCidr: string;
  readonly serviceCidr: string;
  readonly cni: 'flannel' | 'cilium' | 'none';
  readonly flannelBackend: 'vxlan' | 'host-gw' | 'wireguard-native' | 'none';
  /** Packaged components that are off: `traefik`, `servicelb`, … */
  readonly disable: readonly string[];
  readonly disableNetworkPolicy: boolean;
  /** `0644` */
  readonly writeKubeconfigMode: string;
  /** `name=value` */
  readonly kubeletArguments: readonly string[];
  /** More names or addresses for the API server's certificate. */
  readonly tlsSans: readonly string[];
  /** More keys for /etc/rancher/k3s/config.yaml of servers, verbatim. */
  readonly serverConfig: Readonly<Record<string, unknown>>;
  /** The same for agents. */
  readonly agentConfig: Readonly<Record<string, unknown>>;
  /** Where the first boot gets K3s from: the router's storage, or https://get.k3s.io. */
  readonly source: 'router' | 'upstream';
  /**
   * What the router's storage has to hold of K3s, by architecture: only with `source: router`, and as far as the image lock pins it.
   */
  readonly assets: readonly K3sAssets[];
  /** SHA-256 of the CA certificates as a server's /cacerts gives them, in lower-case hexadecimal digits. */
  readonly caSha256?: string;
  /** What volumes are made of; with anything but `localPath`, `disable` has `local-storage`. */
  readonly storage: 'localPath' | 'longhorn' | 'none';
  /** What another version means for nodes that run. */
  readonly upgrade: 'reimage' | 'inPlace';
  /** One name or address for all API servers; `tlsSans` has it. */
  readonly endpoint?: Endpoint;
  /** The Helm charts that the cluster brings: only those that `cni`, `storage` and `upgrade` ask for, and that name a version. */
  readonly charts: Readonly<Partial<Record<ChartName, Chart>>>;
}

/** What may come as a Helm chart. */
export type ChartName = 'cilium' | 'longhorn' | 'systemUpgradeController';

/** A Helm chart of the cluster. */
export interface Chart {
  /** In place of the project's own repository. */
  readonly repository?: string;
  /** `1.18.4` */
  readonly version: string;
  /** What site.yaml lays over the values that Pilotlight gives. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** How the API servers are reached under one name or address. */
export type Endpoint =
  | {
      /** The router answers the name with the addresses of all servers. */
      readonly provider: 'dns';
      /** FQDN. */
      readonly name: string;
    }
  | {
      /** kube-vip moves the address to a server that lives. */
      readonly provider: 'kubeVip';
      readonly address: string;
      /** FQDN, where there is one. */
      readonly name?: string;
      /** The one with the default route where undefined. */
      readonly interface?: string;
      /** Tag of kube-vip's container image: `v1.0.1`. */
      readonly version: string;
    };

export type { ImageSet, IpxeBinary, K3sAssets, OverlayReference };
