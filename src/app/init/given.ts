import type { AddressRange } from '../../init/answers.ts';
import type { Unassigned } from '../../init/inventory/roles.ts';

/** What a person said already, by flags: it is not asked again. */
export interface Given {
  readonly domain?: string | undefined;
  readonly name?: string | undefined;
  readonly network?: string | undefined;
  readonly dhcpPool?: AddressRange | undefined;
  readonly router?: RouterGiven | undefined;
  /** Address on the network of the nodes, where it is not the one that SSH goes to. */
  readonly routerAddress?: string | undefined;
  readonly storage?: string | undefined;
  /** Lines to pin. */
  readonly hostKeys: readonly string[];
  /** Whether the key that the router shows is pinned without a question. */
  readonly acceptHostKey: boolean;
  /** A K3s release; false for a site without Kubernetes. */
  readonly k3s?: string | false | undefined;
  readonly authorizedKeys: readonly string[];
  readonly nodes: readonly Unassigned[];
  readonly imports: readonly ImportSource[];
}

/** Where a router is. With a user it is looked at over SSH; without, only its address is taken. */
export interface RouterGiven {
  readonly host: string;
  readonly user: string | undefined;
  readonly port: number | undefined;
}

/** What machines are taken over from; `leases` without a path are those of the router. */
export type ImportSource =
  | { readonly kind: 'ansible' | 'matchbox'; readonly path: string }
  | { readonly kind: 'leases'; readonly path: string | undefined };

/** Reads `root@192.168.26.1:22`; undefined for what is no such text. */
export function readRouter(text: string): RouterGiven | undefined {
  const [, user, host = '', port] =
    /^(?:([a-z_][a-z0-9_-]*)@)?([A-Za-z0-9][A-Za-z0-9.-]*)(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  if (host === '' || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) return undefined;
  return { host, user, port: port === undefined ? undefined : Number(port) };
}

/** Reads `192.168.26.100-192.168.26.199`; undefined for what is no such text. */
export function readRange(text: string): AddressRange | undefined {
  const [, from, to] = /^\s*([\d.]+)\s*(?:-|–|\.\.)\s*([\d.]+)\s*$/.exec(text) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to };
}
