/** What an option holds: one text, or a list of them. */
export type UciValue = string | readonly string[];

/** A section of OpenWrt's configuration. */
export interface UciSection {
  /** `dnsmasq`, `host`, `boot` */
  readonly type: string;
  /** Undefined where it is anonymous: it then goes by its place. */
  readonly name: string | undefined;
  /** In the order of the file. */
  readonly options: ReadonlyMap<string, UciValue>;
}

/** One file of /etc/config. */
export interface UciPackage {
  /** `dhcp`, `uhttpd`, `fstab` */
  readonly name: string;
  /** In the order of the file: dnsmasq takes the last boot section that matches. */
  readonly sections: readonly UciSection[];
}

/** How `uci` names a section: its name, or `@type[index]` counted among the sections of its type. */
export type SectionReference = string;

/** The configuration that Pilotlight wants: whole sections of its own, and the few options that have to stand in others. */
export interface DesiredConfig {
  /** Sections whose names begin with `pilotlight_`, in the order that they must have in their package. */
  readonly sections: readonly (UciSection & { readonly package: string; readonly name: string })[];
  /** Options in sections that somebody else wrote: enable_tftp and tftp_root of dnsmasq. */
  readonly options: readonly {
    readonly package: string;
    readonly section: SectionReference;
    readonly option: string;
    /** Undefined where the option is not to be there. */
    readonly value: UciValue | undefined;
  }[];
}

/** One change of a router's configuration. */
export type UciChange =
  | {
      readonly kind: 'add';
      readonly package: string;
      readonly section: string;
      readonly type: string;
      readonly options: ReadonlyMap<string, UciValue>;
    }
  | {
      readonly kind: 'set';
      readonly package: string;
      readonly section: SectionReference;
      readonly option: string;
      readonly from: UciValue | undefined;
      readonly to: UciValue;
    }
  | {
      readonly kind: 'unset';
      readonly package: string;
      readonly section: SectionReference;
      readonly option: string;
      readonly from: UciValue;
    }
  | {
      readonly kind: 'remove';
      readonly package: string;
      readonly section: string;
      readonly type: string;
      readonly options: ReadonlyMap<string, UciValue>;
    }
  /** Moves a section to a place in its package, counted from 0. */
  | {
      readonly kind: 'reorder';
      readonly package: string;
      readonly section: string;
      readonly position: number;
    };
