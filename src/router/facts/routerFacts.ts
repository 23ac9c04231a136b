import type { SectionReference, UciPackage, UciSection } from '../uci/section.ts';

/** What is known of a router: its survey, read. */
export interface RouterFacts {
  /** `OpenWrt 24.10.2` */
  readonly system: string;
  readonly packageManager: 'opkg' | 'apk' | undefined;
  /** Whether rpcd can take a change back. */
  readonly rpcd: boolean;
  /** Its configuration, as far as it can be read. */
  readonly configuration: readonly UciPackage[];
  /** `dhcp: line 3: …`: what of it cannot be read. */
  readonly unreadable: readonly string[];
  /** What somebody staged and did not commit, a line each. */
  readonly staged: readonly string[];
  /** Of the packages that were asked for. */
  readonly installed: ReadonlySet<string>;
  readonly missingCommands: readonly string[];
  /** All addresses of the router. */
  readonly addresses: readonly DeviceAddress[];
  /** The network that the nodes are in; undefined when the router has no such address. */
  readonly network: ServedNetwork | undefined;
  readonly dnsmasq: DnsmasqFacts;
  readonly storage: StorageFacts;
  readonly udpPorts: ReadonlySet<number>;
  readonly tcpPorts: ReadonlySet<number>;
  /** Files below `cgi-bin` and `tftp` of the root folder, with their SHA-256. */
  readonly files: ReadonlyMap<string, string>;
  /** A change of ours that nobody confirmed yet. */
  readonly pending: string | undefined;
}

export interface DeviceAddress {
  /** `br-lan` */
  readonly device: string;
  readonly address: string;
  readonly prefixLength: number;
}

/** The network that has the router's address on it. */
export interface ServedNetwork extends DeviceAddress {
  /** The interface in /etc/config/network: `lan`; undefined where none has the address or the device. */
  readonly interface: string | undefined;
}

/** A section together with the way to call it. */
export interface FoundSection {
  readonly reference: SectionReference;
  readonly section: UciSection;
}

/** The DHCP servers of a router. */
export interface DnsmasqFacts {
  /** Sections of type dnsmasq: a process each. */
  readonly instances: readonly FoundSection[];
  /** The one that serves the nodes' network; undefined when there is none or it is not clear which. */
  readonly serving: FoundSection | undefined;
  /** Sections of type dhcp for the nodes' network. */
  readonly pools: readonly FoundSection[];
}

/** The storage, and what could be it. */
export interface StorageFacts {
  /** What is mounted at `router.storage`. */
  readonly mounted: { readonly device: string; readonly fileSystem: string } | undefined;
  /** Disks that `block info` sees. */
  readonly disks: readonly Disk[];
}

/** A line of `block info`. */
export interface Disk {
  /** `/dev/sda1` */
  readonly device: string;
  readonly uuid: string | undefined;
  readonly label: string | undefined;
  /** `ext4` */
  readonly fileSystem: string | undefined;
  /** Where it is mounted. */
  readonly mount: string | undefined;
}
