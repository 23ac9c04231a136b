/** What a router says of itself, as one question tells. Texts are as its programs print them; `router/` reads them. */
export interface RouterSurvey {
  /** `OpenWrt 24.10.2`, or what else it says of itself. */
  readonly system: string;
  readonly packageManager: 'opkg' | 'apk' | undefined;
  /** Seconds since it started, and what changes with every start. */
  readonly uptime: number;
  readonly bootId: string;
  /** `uci export` of each package; one that is not there is missing. */
  readonly uci: ReadonlyMap<string, string>;
  /** `uci changes`: what somebody staged and did not commit. */
  readonly staged: string;
  /** Whether rpcd answers with the objects `session` and `uci`. */
  readonly rpcd: boolean;
  /** Names of those packages, of the ones asked for, that are installed. */
  readonly installed: ReadonlySet<string>;
  /** Commands that are needed and not there. */
  readonly missingCommands: readonly string[];
  /** `block info`; empty where block-mount is not installed. */
  readonly block: string;
  /** /proc/mounts */
  readonly mounts: string;
  /** `ip -o -4 addr show`, or what ifconfig says where ip is missing. */
  readonly addresses: string;
  /** `ubus call service list`, for dnsmasq and uhttpd; empty where there is no ubus. */
  readonly services: string;
  /** The configuration files that dnsmasq's init script made, one after the other. */
  readonly dnsmasq: string;
  /** Ports that something listens on: of /proc/net/udp, and of /proc/net/tcp and tcp6. */
  readonly udpPorts: readonly number[];
  readonly tcpPorts: readonly number[];
  /** dnsmasq's lease file. */
  readonly leases: string;
  /** The neighbour table (/proc/net/arp). */
  readonly neighbours: string;
  /** The newest lines of the system log that are dnsmasq's, of DHCP and TFTP. */
  readonly log: string;
  /** Its clock, as `date` says it: in the zone of the log. */
  readonly clock?: string;
  /** Files below cgi-bin and tftp of the root folder, by path, with their SHA-256. */
  readonly files: ReadonlyMap<string, string>;
  /** A change of ours that nobody confirmed yet, in words; undefined where there is none. */
  readonly pending: string | undefined;
  /** Our last confirmed change, which can be taken back. */
  readonly last?: ConfirmedChange;
}

/** A change that was confirmed. What was before is kept on the router, in `/etc/pilotlight-router`, which only root can read. */
export interface ConfirmedChange {
  readonly id: string;
  /** The packages that it changed. */
  readonly packages: readonly string[];
  /** Those that somebody changed since. */
  readonly changedSince: readonly string[];
  /** Those that it changed, as they were before: in the form of `uci export`, as /etc/config has it. */
  readonly before: ReadonlyMap<string, string>;
}

/** Configuration lines in the two forms that a router may take. */
export interface ConfigurationLines {
  /** For `uci batch`. */
  readonly batch: string;
  /** For ubus: one JSON object a line, `{"method":"set","message":{…}}`, without the session. */
  readonly calls: string;
  /** Packages that change: `dhcp`, `uhttpd`, `fstab`. */
  readonly packages: readonly string[];
}

/** A change that the router takes back by itself unless it is confirmed. */
export interface PendingChange {
  readonly method: 'rpcd' | 'timer';
  /** What the router keeps of it goes by this name, in /etc/pilotlight-router. */
  readonly id: string;
}

/** The configuration of an OpenWrt router. Throws ConnectionLost or a Failure. */
export interface RouterSystem {
  /** `root@192.168.26.1:22` */
  readonly name: string;
  survey(packages: readonly string[]): Promise<RouterSurvey>;
  /** Installs packages by opkg or apk. */
  installPackages(names: readonly string[]): Promise<void>;
  /**
   * Carries out a change; it comes back by itself after a time, unless it is confirmed. Refused while another one is pending. When it
   * throws a Failure, the configuration is the old one; after ConnectionLost nobody knows, and the router takes it back if it was changed.
   */
  apply(
    lines: ConfigurationLines,
    options: { readonly method: 'rpcd' | 'timer'; readonly timeoutSeconds: number },
  ): Promise<PendingChange>;
  /** Keeps a change; may be said again. Throws a Failure when it was taken back already. */
  confirm(change: PendingChange): Promise<void>;
  /** Takes a change back now; nothing when that has happened already. */
  revert(change: PendingChange): Promise<void>;
  /** Puts what was before our last confirmed change in its place again. It comes back by itself after a time, as in {@link apply}. */
  putBack(change: ConfirmedChange, options: { readonly timeoutSeconds: number }): Promise<PendingChange>;
  /**
   * Takes back a change of ours that an earlier run left unconfirmed; answers whether there was one. A router that was started anew
   * after a change does not take it back by itself: its timer ended with it.
   */
  revertLeftover(): Promise<boolean>;
  /** Restarts services after something that they read was mounted or replaced. */
  restart(services: readonly string[]): Promise<void>;
  /** Makes a new connection, and gives the old one up if it still stands: whether the router lets one in is a question of its own. */
  reconnect(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
