/* Generated from schemas/site.schema.json by scripts/generate-schema-code.ts. Do not edit. */

/**
 * A host name, short or fully qualified, in lower case (RFC 1123; Kubernetes wants lower case).
 */
export type Hostname = string;
/**
 * An IPv4 network in CIDR notation.
 */
export type Cidr = string;
/**
 * An IPv4 address in dotted form.
 */
export type Ipv4 = string;
/**
 * A host name or an IPv4 address.
 */
export type HostOrAddress = string;
/**
 * An http or https URL.
 */
export type HttpUrl = string;
/**
 * Login name.
 */
export type Login = string;
/**
 * TCP port.
 */
export type Port = number;
/**
 * Host keys that are trusted. Any other one is refused.
 *
 * Items: A host key as `ssh-keyscan` or known_hosts has it, with or without the host, or its fingerprint as `ssh-keygen -l` prints it: `SHA256:…`.
 */
export type HostKeys = string[];
/**
 * A line of an authorized_keys file: the public half of a key.
 */
export type SshKey = string;
/**
 * User accounts. Lists of defaults, groups and node are joined.
 */
export type Users = User[];
/**
 * Name of the time zone in the tz database.
 */
export type Timezone = string;
/**
 * The hardware address of a network interface, with colons, with hyphens, or without either. Put one of digits only in quotes.
 */
export type Mac = string;
/**
 * `server`: K3s server with embedded etcd; `agent`: K3s agent; `none`: no K3s.
 */
export type Role = 'server' | 'agent' | 'none';
/**
 * A block device. Prefer a name under /dev/disk/by-id/: kernel names such as /dev/sda may change between two boots.
 */
export type Device = string;
/**
 * One kernel argument, without white space.
 */
export type KernelArgument = string;
/**
 * A Butane file below the overlays folder: its path, or its path and whether it may replace what less specific configuration set.
 */
export type Overlay =
  | string
  | {
      /**
       * Path below the overlays folder.
       */
      file: string;
      /**
       * Whether it may replace what less specific configuration set. Without it a contradiction is a finding.
       */
      override?: boolean;
    };
/**
 * Butane overlays. Lists of site, defaults, groups and node are joined, least specific first.
 */
export type Overlays = Overlay[];
/**
 * One HTTP request, or several, one after the other.
 */
export type PowerRequests =
  | {
      url: HttpUrl;
      /**
       * HTTP method.
       */
      method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      /**
       * Body of the request.
       */
      body?: string;
      /**
       * Header fields; secrets as references.
       */
      headers?: {
        [k: string]:
          | string
          | {
              /**
               * Name of the secret, in the style of an environment variable.
               */
              secret: string;
              /**
               * Raise it when the value is rotated, so that the nodes that use it are seen to change.
               */
              version?: number;
            };
      };
      /**
       * Statuses of an answer that mean that it is done; 200 to 299 by default.
       */
      statuses?: number[];
      /**
       * Seconds for an answer.
       */
      timeoutSeconds?: number;
    }
  | PowerRequest[];

/**
 * One router, the nodes that it boots and their K3s cluster: inventory/site.yaml.
 */
export interface SiteFile {
  /**
   * Short name. The first label of the domain by default.
   */
  name?: string;
  domain: Hostname;
  /**
   * The network that the nodes are on.
   */
  network: {
    cidr: Cidr;
    gateway?: Ipv4;
    /**
     * DNS servers. The router by default.
     */
    dns?: Ipv4[];
    /**
     * NTP servers.
     */
    ntp?: HostOrAddress[];
    /**
     * The range that the router's DHCP server hands out, both ends included. No static address may lie in it.
     */
    dhcpPool?: {
      from: Ipv4;
      to: Ipv4;
    };
  };
  /**
   * The OpenWrt router that boots the nodes.
   */
  router: {
    address: Ipv4;
    url?: HttpUrl;
    /**
     * Who tells a machine that boots whether it is to be installed: `cgi` is a program on the router, which hands out secrets once and sees each boot; `static` are files that deploy and arm write, for a web server that runs no programs.
     */
    gate?: 'cgi' | 'static';
    /**
     * What deploy writes to: `openwrt` is the router's USB storage over SSH, which must be mounted; `posix` any folder of a host with a shell; `directory` a folder of the machine that runs Pilotlight, such as a mounted share.
     */
    target?: 'openwrt' | 'posix' | 'directory';
    /**
     * Mount point of the USB storage; with the targets `posix` and `directory` any folder. Everything is kept in its folder `pilotlight`.
     */
    storage?: string;
    /**
     * Releases that deploy leaves on the storage, the newest first. The one that is booted and the one before it are always kept.
     */
    keepReleases?: number;
    /**
     * How deploy reaches the router. Without effect with the target `directory`.
     */
    ssh?: {
      user?: Login;
      port?: Port;
      hostKeys?: HostKeys;
      /**
       * A host that the router is reached through, as with `ssh -J`.
       */
      jump?: {
        host: HostOrAddress;
        port?: Port;
        user?: Login;
        hostKeys?: HostKeys;
      };
    };
  };
  /**
   * What a machine that no node file names does: `localBoot` boots its disk, `ignore` leaves iPXE to its firmware, `discover` boots a live system that reports what the machine is.
   */
  unknownMachines?: 'ignore' | 'localBoot' | 'discover';
  /**
   * Whether a warning of Butane is an error.
   */
  strict?: boolean;
  coreos?: Coreos;
  /**
   * The K3s cluster of the nodes with a role in it.
   */
  k3s?: {
    /**
     * K3s release.
     */
    version: string;
    token?: Secret;
    clusterCidr?: Cidr;
    serviceCidr?: Cidr;
    /**
     * `flannel` is K3s's own; with `cilium` or `none` it is off and something else, such as a manifest, brings the network.
     */
    cni?: 'flannel' | 'cilium' | 'none';
    /**
     * How Flannel carries packets between nodes.
     */
    flannelBackend?: 'vxlan' | 'host-gw' | 'wireguard-native' | 'none';
    /**
     * Packaged components that are off.
     */
    disable?: ('coredns' | 'servicelb' | 'traefik' | 'local-storage' | 'metrics-server' | 'runtimes')[];
    /**
     * Turns off K3s's own network policy controller.
     */
    disableNetworkPolicy?: boolean;
    /**
     * File mode of /etc/rancher/k3s/k3s.yaml, in quotes.
     */
    writeKubeconfigMode?: string;
    /**
     * Arguments of the kubelet.
     *
     * Items: `name=value`, without the leading hyphens.
     */
    kubeletArguments?: string[];
    /**
     * Further names or addresses in the API server's certificate.
     */
    tlsSans?: HostOrAddress[];
    /**
     * Further keys of /etc/rancher/k3s/config.yaml on servers, as they are.
     */
    server?: {
      [k: string]: unknown;
    };
    /**
     * Further keys of /etc/rancher/k3s/config.yaml on agents, as they are.
     */
    agent?: {
      [k: string]: unknown;
    };
    /**
     * Where the first boot gets K3s from: the router's storage, or https://get.k3s.io.
     */
    source?: 'router' | 'upstream';
    /**
     * SHA-256 of the cluster's CA certificates, as `https://<server>:6443/cacerts` gives them: a node joins no other cluster. A token that begins with `K10` has it in itself.
     */
    caSha256?: string;
    /**
     * What volumes are made of: `localPath` is K3s's own, in a folder of the node; `longhorn` installs Longhorn, and turns K3s's own off; `none` turns it off and brings nothing.
     */
    storage?: 'localPath' | 'longhorn' | 'none';
    /**
     * What another `version` means for nodes that run: `reimage` installs them again, one after the other; `inPlace` has the system-upgrade-controller replace the program, and no node is installed again.
     */
    upgrade?: 'reimage' | 'inPlace';
    /**
     * One name or address for the API servers of all servers. It is added to their certificate.
     */
    endpoint?: {
      /**
       * `dns` is a name with the addresses of all servers, which the router answers; `kubeVip` an address of its own, which kube-vip moves to a server that lives.
       */
      provider: 'dns' | 'kubeVip';
      name?: Hostname;
      address?: Ipv4;
      /**
       * Network interface that kube-vip answers on. The one with the default route by default.
       */
      interface?: string;
      /**
       * Tag of its container image. Required with `kubeVip`.
       */
      version?: string;
    };
    /**
     * The Helm charts of what the cluster brings beside K3s: `cilium` with `cni: cilium`, `longhorn` with `storage: longhorn`, `systemUpgradeController` with `upgrade: inPlace`. Each has to name its version.
     */
    charts?: {
      cilium?: Chart;
      longhorn?: Chart;
      systemUpgradeController?: Chart;
    };
  };
  /**
   * Where `pilotlight images` gets the files that the image lock pins, and whose signatures count.
   */
  images?: {
    /**
     * Where Fedora CoreOS comes from.
     */
    coreos?: {
      url?: HttpUrl;
    };
    /**
     * Where K3s comes from.
     */
    k3s?: {
      url?: HttpUrl;
      scriptUrl?: HttpUrl;
    };
    /**
     * iPXE binaries that are to be locked. Without this setting, the lock's own entries stay as they are.
     *
     * Items: One binary for one architecture, from `url` or from `path`.
     */
    ipxe?: {
      /**
       * Architecture of the processor.
       */
      architecture: 'x86_64' | 'aarch64';
      /**
       * Which binary: `snponly.efi` uses the network driver of the firmware, `ipxe.efi` has its own.
       */
      name?: 'snponly.efi' | 'ipxe.efi';
      url?: HttpUrl;
      /**
       * A file of the machine that runs Pilotlight, in place of `url`: absolute, or relative to the folder of the inventory.
       */
      path?: string;
    }[];
    /**
     * OpenPGP keys that may have signed Fedora CoreOS: armoured texts, or files of the inventory. Fedora's own by default; with an empty list, no signature is checked.
     *
     * Items: An armoured public key, or the path of a file with such keys in the folder of the inventory.
     */
    keys?: string[];
  };
  ssh?: Ssh;
  users?: Users;
  updates?: Updates;
  timezone?: Timezone;
  defaults?: NodeSettings;
  /**
   * Groups of nodes, applied in order.
   *
   * Items: Settings of the nodes that match.
   */
  groups?: {
    /**
     * Name of the group.
     */
    name: string;
    /**
     * Which nodes: all of the given conditions must hold.
     */
    match: {
      /**
       * Role of the node.
       */
      role?: 'server' | 'agent' | 'none';
      labels?: Labels;
      /**
       * Names of nodes (of their files).
       */
      nodes?: string[];
    };
    set: NodeSettings;
  }[];
  overlays?: Overlays;
  /**
   * Severities of rules by code.
   */
  rules?: {
    [k: string]: 'off' | 'warning' | 'error';
  };
}
/**
 * Which Fedora CoreOS is installed.
 */
export interface Coreos {
  /**
   * Stream of Fedora CoreOS: stable, testing or next.
   */
  stream?: string;
  /**
   * Pins one release. Without it the newest one of the image lock is taken.
   */
  version?: string;
}
/**
 * A reference to a secret. Its value never stands in the inventory: it comes from the environment, a file or SOPS when a node is installed.
 */
export interface Secret {
  /**
   * Name of the secret, in the style of an environment variable.
   */
  secret: string;
  /**
   * Raise it when the value is rotated, so that the nodes that use it are seen to change.
   */
  version?: number;
}
/**
 * A chart, its version, and what differs from its defaults.
 */
export interface Chart {
  repository?: HttpUrl;
  /**
   * Version of the chart.
   */
  version: string;
  /**
   * Values of the chart, laid over those that Pilotlight gives it.
   */
  values?: {
    [k: string]: unknown;
  };
}
/**
 * Who may log in to a node.
 */
export interface Ssh {
  /**
   * Public keys of the user `core`. Lists of site, defaults, groups and node are joined.
   */
  authorizedKeys?: SshKey[];
}
/**
 * A user account of the installed system.
 */
export interface User {
  /**
   * Login name. `core` is the account that Fedora CoreOS has anyway.
   */
  name: string;
  /**
   * SSH public keys that may log in.
   */
  sshAuthorizedKeys?: SshKey[];
  /**
   * Further groups.
   *
   * Items: Name of a group.
   */
  groups?: string[];
  passwordHash?: Secret;
}
/**
 * When the installed system updates itself and reboots.
 */
export interface Updates {
  /**
   * `windows` reboots only in the given windows, `immediate` as soon as an update is there, `off` never.
   */
  strategy?: 'windows' | 'immediate' | 'off';
  /**
   * Weekly windows in UTC. By default each server gets one of its own.
   *
   * Items: One weekly window.
   */
  windows?: {
    /**
     * Days of the week.
     */
    days: ('Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun')[];
    /**
     * Begin of the window in UTC.
     */
    start: string;
    /**
     * Minutes that the window is open.
     */
    lengthMinutes: number;
  }[];
}
export interface NodeSettings {
  gateway?: Ipv4;
  /**
   * DNS servers. The site's by default.
   */
  dns?: Ipv4[];
  /**
   * NTP servers. The site's by default; with none, those of Fedora CoreOS.
   */
  ntp?: HostOrAddress[];
  /**
   * 802.1Q tag on the link (or the bond).
   */
  vlan?: number;
  /**
   * Several interfaces as one.
   */
  bond?: {
    /**
     * Mode of the bonding driver.
     */
    mode:
      | 'active-backup'
      | '802.3ad'
      | 'balance-rr'
      | 'balance-xor'
      | 'broadcast'
      | 'balance-tlb'
      | 'balance-alb';
    /**
     * Interfaces of the bond. All MACs of the node by default.
     */
    macs?: Mac[];
    /**
     * Further options of the bonding driver.
     */
    options?: {
      [k: string]: string | number;
    };
  };
  /**
   * Largest packet of the link in bytes.
   */
  mtu?: number;
  role?: Role;
  labels?: Labels;
  /**
   * Taints of the Kubernetes node.
   *
   * Items: A taint of the Kubernetes node.
   */
  taints?: {
    /**
     * Key of the taint.
     */
    key: string;
    /**
     * Value of the taint.
     */
    value?: string;
    /**
     * What happens to pods that do not tolerate it.
     */
    effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  }[];
  /**
   * The disk that is erased and installed on: its path, or its path and the partitions that stay.
   */
  installDisk?:
    | string
    | {
        device: Device;
        /**
         * Partitions that a reinstall keeps.
         *
         * Items: A partition that a reinstall keeps: its label, or its number.
         */
        keepPartitions?: {
          /**
           * GPT label; `*` stands for any text.
           */
          label?: string;
          /**
           * Number of the partition, or a range of numbers in quotes.
           */
          index?: number | string;
        }[];
      };
  /**
   * Disks beside the install disk.
   *
   * Items: A disk beside the install disk.
   */
  extraDisks?: {
    device: Device;
    /**
     * Made when the disk has none of that label.
     */
    filesystem?: 'xfs' | 'ext4' | 'btrfs';
    /**
     * Label of the file system.
     */
    label: string;
    /**
     * Where it is mounted; under /var on Fedora CoreOS.
     */
    mount?: string;
    /**
     * Whether a reinstall erases it.
     */
    wipe?: boolean;
  }[];
  /**
   * Kernel arguments of the live system and the installed one. Lists of defaults, groups and node are joined.
   */
  kernelArguments?: KernelArgument[];
  /**
   * Consoles; each becomes `console=…` before the other kernel arguments. The last one is /dev/console.
   *
   * Items: A console as the kernel's `console=` takes it.
   */
  console?: string[];
  /**
   * How the node is installed over the network.
   */
  installer?: {
    /**
     * `install` writes the disk; `live` boots the live system and writes nothing.
     */
    mode?: 'install' | 'live';
    /**
     * `osmet` installs the image packed in the live system; `metalImage` fetches the metal image from the router.
     */
    source?: 'osmet' | 'metalImage';
    /**
     * Allows a metal image without a signature. Not needed with `osmet`.
     */
    insecure?: boolean;
    /**
     * Gives the live system `ignition.firstboot ignition.platform.id=metal`.
     */
    ignitionFirstboot?: boolean;
    /**
     * `gate`: the router hands out a URL to an armed node. Anything else is a literal URL, which anybody on the network can read.
     */
    ignitionUrl?: string;
    /**
     * Literal URLs in place of those of the image lock.
     */
    urls?: {
      kernel?: HttpUrl;
      initramfs?: HttpUrl;
      rootfs?: HttpUrl;
      metalImage?: HttpUrl;
    };
    /**
     * How the live system gets its network.
     */
    networkArguments?: KernelArgument[];
    /**
     * Further arguments of the live system only.
     */
    liveArguments?: KernelArgument[];
    /**
     * Name under which the initramfs is registered; `initrd=` names it.
     */
    initrdName?: string;
  };
  overlays?: Overlays;
  /**
   * How iPXE hands over to the local disk, in the way that the machine's firmware understands: `exitError` ends it with an error, after which UEFI tries its next boot entry; `exit` ends it with success, which some firmware needs.
   */
  localBoot?: 'exit' | 'exitError' | 'sanboot' | 'poweroff';
  /**
   * Ways to switch the machine on and off, tried in order.
   */
  power?: PowerMethod[];
  /**
   * Architecture of the processor.
   */
  architecture?: 'x86_64' | 'aarch64';
  coreos?: Coreos;
  users?: Users;
  ssh?: Ssh;
  updates?: Updates;
  timezone?: Timezone;
}
/**
 * Labels of the Kubernetes node. Groups match by them, too.
 */
export interface Labels {
  /**
   * Value of the label. Put numbers and true or false in quotes.
   */
  [k: string]: string;
}
/**
 * One way to switch the machine on or off, or to restart it. They are tried in order.
 */
export interface PowerMethod {
  /**
   * `ssh` restarts a running system, `wol` wakes by magic packet, `redfish` and `ipmi` talk to a management controller, `http` to a switched socket, `command` runs a program, `manual` asks a person. `amt` is not available in this version.
   */
  method: 'ssh' | 'wol' | 'redfish' | 'ipmi' | 'amt' | 'http' | 'command' | 'manual';
  user?: string;
  /**
   * `once` chooses the network for the next start; `firmware` leaves it to the order of the firmware, in which the network has to come first.
   */
  networkBoot?: 'once' | 'firmware';
  /**
   * Boot option of UEFI that boots from the network, by its number or its name as `efibootmgr` shows it. By default that of the node's network card.
   */
  entry?: string;
  /**
   * `systemd` ends services first; `sysrq` does not, for a system that no longer can.
   */
  restart?: 'systemd' | 'sysrq';
  mac?: Mac;
  broadcast?: Ipv4;
  /**
   * Who sends the packet: `runner` is the machine that runs Pilotlight, which has to be in the same network; `router` needs etherwake there.
   */
  from?: 'runner' | 'router';
  /**
   * TCP or UDP port.
   */
  port?: number;
  /**
   * Interface of the router; the one in the site's network by default.
   */
  interface?: string;
  url?: HttpUrl;
  /**
   * Identifier of the system, where the controller has several.
   */
  system?: string;
  /**
   * SHA-256 of its certificate, where no authority vouches for it: no other one is spoken to.
   */
  certificateSha256?: string;
  password?: Secret;
  /**
   * Certificate (PEM) of the authority that vouches for it, in place of those that everybody trusts.
   */
  certificateAuthority?: string;
  /**
   * Whether any certificate will do. Whoever is in between then learns the password.
   */
  insecure?: boolean;
  /**
   * `session` logs in and out, `basic` sends the password with each request, `none` asks as nobody. By default a session, or Basic where the controller has none.
   */
  authentication?: 'session' | 'basic' | 'none';
  /**
   * What the next start boots from, as the controller calls it.
   */
  bootTarget?: 'Pxe' | 'UefiHttp';
  /**
   * `force` restarts at once; `graceful` asks the running system to end first, and nobody is told where it does not.
   */
  reset?: 'force' | 'graceful';
  address?: HostOrAddress;
  /**
   * Cipher suite of RMCP+, where the one that ipmitool picks is refused: 17 and 3 are usual.
   */
  cipherSuite?: number;
  /**
   * Privilege level that is asked for.
   */
  privilege?: 'OPERATOR' | 'ADMINISTRATOR';
  /**
   * How the machine starts.
   */
  bootMode?: 'uefi' | 'bios';
  on?: PowerRequests | string[];
  off?: PowerRequests | string[];
  cycle?: PowerRequests | string[];
  bootNetwork?: PowerRequests | string[];
  status?:
    | {
        url: HttpUrl;
        /**
         * HTTP method.
         */
        method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
        /**
         * Body of the request.
         */
        body?: string;
        /**
         * Header fields; secrets as references.
         */
        headers?: {
          [k: string]:
            | string
            | {
                /**
                 * Name of the secret, in the style of an environment variable.
                 */
                secret: string;
                /**
                 * Raise it when the value is rotated, so that the nodes that use it are seen to change.
                 */
                version?: number;
              };
        };
        /**
         * Statuses of an answer that mean that it is done; 200 to 299 by default.
         */
        statuses?: number[];
        /**
         * Seconds for an answer.
         */
        timeoutSeconds?: number;
        /**
         * Text that is in the answer when it is on.
         */
        on: string;
        /**
         * Text that is in the answer when it is off.
         */
        off: string;
      }
    | string[];
  /**
   * Seconds between off and on, where there is no `cycle`.
   */
  offSeconds?: number;
  /**
   * Seconds after which a program is ended.
   */
  timeoutSeconds?: number;
  /**
   * Variables of the program; secrets as references. It gets PATH, HOME and PILOTLIGHT_ACTION, _HOSTNAME, _ADDRESS and _MACS beside them, and nothing else.
   */
  environment?: {
    [k: string]:
      | string
      | {
          /**
           * Name of the secret, in the style of an environment variable.
           */
          secret: string;
          /**
           * Raise it when the value is rotated, so that the nodes that use it are seen to change.
           */
          version?: number;
        };
  };
  /**
   * What to tell the person.
   */
  message?: string;
}
/**
 * One HTTP request.
 */
export interface PowerRequest {
  url: HttpUrl;
  /**
   * HTTP method.
   */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Body of the request.
   */
  body?: string;
  /**
   * Header fields; secrets as references.
   */
  headers?: {
    [k: string]:
      | string
      | {
          /**
           * Name of the secret, in the style of an environment variable.
           */
          secret: string;
          /**
           * Raise it when the value is rotated, so that the nodes that use it are seen to change.
           */
          version?: number;
        };
  };
  /**
   * Statuses of an answer that mean that it is done; 200 to 299 by default.
   */
  statuses?: number[];
  /**
   * Seconds for an answer.
   */
  timeoutSeconds?: number;
}
