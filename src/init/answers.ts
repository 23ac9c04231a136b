/** What is asked of a person who begins: all that a new inventory is made of. Nothing here is trusted to be right; `check` tells. */
export interface Answers {
  readonly site: SiteAnswers;
  readonly nodes: readonly NodeAnswers[];
}

/** The site: what stands in site.yaml. */
export interface SiteAnswers {
  readonly domain: string;
  /** Short name; the first label of the domain where it is left out. */
  readonly name?: string | undefined;
  /** `192.168.26.0/24` */
  readonly cidr: string;
  readonly dhcpPool?: AddressRange | undefined;
  readonly router: RouterAnswers;
  /** `v1.34.1+k3s1`; undefined for a site without Kubernetes. */
  readonly k3sVersion?: string | undefined;
  /** Public keys that may log in to the nodes. */
  readonly authorizedKeys: readonly string[];
}

/** Both ends included. */
export interface AddressRange {
  readonly from: string;
  readonly to: string;
}

/** The router: where it is, and how it is reached. What is usual is left out. */
export interface RouterAnswers {
  /** On the network of the nodes. */
  readonly address: string;
  /** Mount point of the USB storage. */
  readonly storage?: string | undefined;
  readonly user?: string | undefined;
  readonly port?: number | undefined;
  readonly hostKeys: readonly string[];
}

/** A role that a node can have. */
export const roles = ['server', 'agent', 'none'] as const;

export type Role = (typeof roles)[number];

/** A machine: what stands in nodes/<name>.yaml. */
export interface NodeAnswers {
  readonly name: string;
  readonly macs: readonly string[];
  /** An IPv4 address, or `dhcp`. */
  readonly address: string;
  readonly role: Role;
  /** Undefined while nobody knows; then the file says how to find it. */
  readonly installDisk?: string | undefined;
  readonly architecture?: 'x86_64' | 'aarch64' | undefined;
  /** Whether it founds the cluster. */
  readonly firstServer?: boolean | undefined;
  readonly kernelArguments?: readonly string[] | undefined;
  /** Lines of comment: where it came from, and what could not be carried over. */
  readonly remarks?: readonly string[] | undefined;
}
