import type { Gate } from './gate.ts';
import type { StorageTarget } from './storages.ts';

/** A gate over a connection of its own. */
export interface OpenGate extends Gate {
  /** `root@192.168.26.1:22` */
  readonly name: string;
  close(): Promise<void>;
}

/** How gates are opened: each is on the host that has the storage. */
export interface Gates {
  /** Throws a Failure: refused for a host key that is not pinned, usage for a folder, which has no gate, world for anything else. */
  open(target: StorageTarget, signal?: AbortSignal): Promise<OpenGate>;
}
