import type { IpxeAge } from '../commandTable.ts';

/** What a server answered. `body` is absent where it is no text (a kernel): iPXE then takes it for something to boot. */
export interface Answer {
  /** HTTP status; 200 to 299 is success. */
  readonly status: number;
  readonly body?: string;
  /** The URL after redirects, when it differs: relative URIs of a script resolve against it. */
  readonly url?: string;
}

/** Fetches one absolute URL. A server that cannot be reached is `{ status: 0 }`; nothing is thrown for it. */
export type Fetch = (url: string) => Promise<Answer>;

/** The machine and the iPXE that walk. */
export interface WalkOptions {
  readonly fetch: Fetch;
  /** What DHCP, SMBIOS and the network cards supply, as text in each setting's own type: `net0/mac`, `hostname`, `uuid` … */
  readonly settings?: Readonly<Record<string, string>>;
  /** Which iPXE: decides which commands there are and how a kernel finds its initrd. Default `old`. */
  readonly ipxe?: IpxeAge;
  /** How many commands may run before the walk is called a loop. Default 10,000. */
  readonly stepLimit?: number;
}

/** A place in a fetched script. */
export interface ScriptPlace {
  readonly url: string;
  readonly line: number;
}

/** One thing that iPXE did, in order. `place` is absent for the fetch of the start URL. */
export type TraceEvent = { readonly place?: ScriptPlace } & (
  | { readonly kind: 'fetch'; readonly url: string; readonly status: number }
  | { readonly kind: 'chain'; readonly url: string }
  | { readonly kind: 'echo'; readonly text: string }
  | { readonly kind: 'goto'; readonly label: string }
  | { readonly kind: 'test'; readonly text: string; readonly holds: boolean }
  | { readonly kind: 'set'; readonly setting: string; readonly value: string }
  | { readonly kind: 'image'; readonly role: 'kernel' | 'image'; readonly name: string; readonly url: string }
  | { readonly kind: 'free'; readonly names: readonly string[] }
  | { readonly kind: 'choice'; readonly setting: string; readonly value: string }
  | { readonly kind: 'skipped'; readonly text: string; readonly why: string }
  | { readonly kind: 'failed'; readonly text: string; readonly why: string }
  | { readonly kind: 'exit'; readonly status: number }
  | { readonly kind: 'boot'; readonly url: string }
);

/** An image handed to the kernel. */
export interface BootedImage {
  readonly name: string;
  readonly url: string;
}

/** How a walk ends. */
export type WalkOutcome =
  | {
      readonly kind: 'boots';
      /** URL of the kernel (or of another program that was chained). */
      readonly kernel: string;
      /** The command line, settings expanded, without the kernel's name. */
      readonly cmdline: string;
      /** All images that the kernel can reach, in the order in which they were fetched. */
      readonly initrds: readonly BootedImage[];
    }
  /** The firmware goes on with its next boot entry, or iPXE boots the disk itself. */
  | { readonly kind: 'localDisk'; readonly how: 'exit' | 'sanboot'; readonly status: number }
  | { readonly kind: 'stops'; readonly how: 'poweroff' | 'reboot' }
  /** iPXE waits for a person. */
  | { readonly kind: 'shell'; readonly why: string }
  /** A command failed and nothing caught it: iPXE gives up, and what follows is the firmware's choice. */
  | { readonly kind: 'failed'; readonly why: string; readonly place?: ScriptPlace }
  | { readonly kind: 'loops'; readonly why: string };

/** What a walk saw and how it ended. */
export interface Walk {
  readonly trace: readonly TraceEvent[];
  readonly outcome: WalkOutcome;
}

/** What a command came to: success, failure (with the status that `exit` named, if one did), or the walk's end. */
export type CommandResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly why: string; readonly exit?: number; readonly place?: ScriptPlace }
  | { readonly kind: 'ended'; readonly outcome: WalkOutcome };

/** The command succeeded. */
export const ok: CommandResult = { kind: 'ok' };

/** The command failed. */
export function failed(why: string): CommandResult {
  return { kind: 'failed', why };
}

/** The walk is over. */
export function ended(outcome: WalkOutcome): CommandResult {
  return { kind: 'ended', outcome };
}
