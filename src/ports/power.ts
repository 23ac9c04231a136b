import type { PowerMethod } from '../inventory/model/node.ts';
import type { RemoteShell } from './remoteShell.ts';

export type { PowerMethod };

/** One way to make one machine boot from the network once. Throws a Failure that says what was tried and what to do. */
export interface PowerControl {
  /** `redfish` */
  readonly method: string;
  /** Whether it can be used now, changing nothing. */
  probe(signal?: AbortSignal): Promise<{ readonly usable: boolean; readonly detail: string }>;
  /** The next start, and only that one, is from the network. May be said again. */
  bootNetworkOnce(signal?: AbortSignal): Promise<NetworkBoot>;
  /** Restarts the machine, or starts it where it is off. */
  cycle(signal?: AbortSignal): Promise<void>;
  state(signal?: AbortSignal): Promise<PowerState>;
}

export type PowerState = 'on' | 'off' | 'unknown';

/** Why the next start will be from the network. */
export interface NetworkBoot {
  /**
   * - `once`: the firmware was told so, for one start
   * - `firmware`: nobody told it: the network has to come first in its own order
   * - `person`: somebody is asked to choose it
   */
  readonly by: 'once' | 'firmware' | 'person';
  /** What was done, in words. */
  readonly detail: string;
}

/** What a power method needs to know of its machine. */
export interface PoweredMachine {
  /** FQDN. */
  readonly hostname: string;
  readonly address: string | undefined;
  /** Lower case, with colons; the first one is the one that boots. */
  readonly macs: readonly string[];
  /** The site's network, for broadcasts: `192.168.26.0/24`. */
  readonly cidr: string;
}

/** What power methods reach the world with, as far as that is not theirs alone. */
export interface PowerTools {
  /** Logs in on the machine. Throws as RemoteShells does. */
  openNode(user: string, signal?: AbortSignal): Promise<RemoteShell>;
  /** The same on the site's router. */
  openRouter(signal?: AbortSignal): Promise<RemoteShell>;
  /** The value of a secret, by its name. */
  reveal(secret: string): string;
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Tells a person what to do, and does not wait for it. */
  tell(message: string): void;
}

/** How power methods are opened. */
export interface Powers {
  /** Nothing is done, and nothing is reached, before something is asked of it. */
  open(method: PowerMethod, machine: PoweredMachine, tools: PowerTools): PowerControl;
}
