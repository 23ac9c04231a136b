/* Generated from schemas/node.schema.json by scripts/generate-schema-code.ts. Do not edit. */

/**
 * A host name, short or fully qualified, in lower case (RFC 1123; Kubernetes wants lower case).
 */
export type Hostname = string;
/**
 * The hardware address of a network interface, with colons, with hyphens, or without either. Put one of digits only in quotes.
 */
export type Mac = string;
/**
 * A static IPv4 address inside the site's network, or `dhcp`.
 */
export type Address = string;
/**
 * An IPv4 address in dotted form.
 */
export type Ipv4 = string;
/**
 * A host name or an IPv4 address.
 */
export type HostOrAddress = string;
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
 * An http or https URL.
 */
export type HttpUrl = string;
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
 * One machine: inventory/nodes/<name>.yaml.
 */
export interface NodeFile {
  hostname?: Hostname;
  /**
   * MAC addresses; the one that boots first.
   */
  macs: Mac[];
  address: Address;
  /**
   * Whether this server bootstraps a new cluster. The default is true for the only server of a site.
   */
  firstServer?: boolean;
  sshHostKey?: Secret;
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
 * Who may log in to a node.
 */
export interface Ssh {
  /**
   * Public keys of the user `core`. Lists of site, defaults, groups and node are joined.
   */
  authorizedKeys?: SshKey[];
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
