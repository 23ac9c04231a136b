import { Failure } from '../shared/failure.ts';

/** A key that a host may have, as the inventory pins it: see `shared/hostKey.ts` for the forms. */
export type PinnedHostKey = string;

/** One host that is reached by SSH. */
export interface SshHost {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Any other key is refused, with its fingerprint. */
  readonly hostKeys: readonly PinnedHostKey[];
}

/** Where a shell is wanted, and through which host, when not directly. */
export interface SshDestination extends SshHost {
  readonly jump?: SshHost;
}

/** What a command is given. */
export interface RunOptions {
  /** What the command reads from its standard input. */
  readonly input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Ends the command and the wait for it. */
  readonly signal?: AbortSignal;
  /** Milliseconds without a byte in either direction after which the connection counts as lost. */
  readonly idleMilliseconds?: number;
}

/** What a command came to. */
export interface RunResult {
  /** Exit code; 128 and the signal's number where a signal ended it. */
  readonly status: number;
  readonly stdout: Uint8Array;
  /** At most its last 8 KiB. */
  readonly stderr: string;
}

/** The connection broke: what the last command did is not known, and it may be said again. */
export class ConnectionLost extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'ConnectionLost';
  }
}

/** A host shows none of the keys that it may have: nothing was sent to it. */
export class HostKeyRefused extends Failure {
  /** Fingerprints of the keys that it showed: `SHA256:…`. */
  readonly shown: readonly string[];
  /** Those of the keys that it may have; empty where none is known. */
  readonly expected: readonly string[];
  /** The keys that it showed, as they are pinned: `ssh-ed25519 AAAA…`. */
  readonly keys: readonly string[];

  constructor(
    message: string,
    more: {
      readonly next: string;
      readonly shown: readonly string[];
      readonly expected: readonly string[];
      readonly keys?: readonly string[];
    },
  ) {
    super('refused', message, { next: more.next });
    this.name = 'HostKeyRefused';
    this.shown = more.shown;
    this.expected = more.expected;
    this.keys = more.keys ?? [];
  }
}

/**
 * A POSIX shell on another machine. Commands run one after the other, whoever asks: dropbear before 2024.86 takes one at a time on
 * a connection (facts of OpenWrt). Nothing is left on the other side but what the commands write.
 */
export interface RemoteShell {
  /** `root@192.168.26.1:22` */
  readonly name: string;
  /**
   * Runs a script. Its parameters are quoted here and nowhere else. Throws {@link ConnectionLost} when the connection breaks, a Failure
   * for anything else of the world; a status other than 0 is an answer.
   *
   * @param script constant text of ours, never made of anything that a person wrote; with its parameters under 9,000 bytes
   */
  run(script: string, parameters: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Connects again after {@link ConnectionLost}; nothing where the connection stands. */
  reconnect(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How shells are opened. */
export interface RemoteShells {
  /** Throws {@link HostKeyRefused} for a host key that is not pinned, a Failure of the world for anything else. */
  open(destination: SshDestination, signal?: AbortSignal): Promise<RemoteShell>;
}
