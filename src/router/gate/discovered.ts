import { colonMac, decodeText } from './events.ts';

/** A machine that booted over the network and that no node file names; what iPXE told of it, each text printable and short. */
export interface DiscoveredMachine {
  /** `98:fa:9b:1c:2d:01` */
  readonly mac: string;
  readonly address: string;
  /** Seconds since it was last seen. */
  readonly secondsAgo: number;
  readonly uuid?: string;
  /** As its firmware names them. */
  readonly manufacturer?: string;
  readonly product?: string;
  readonly serial?: string;
  readonly asset?: string;
  readonly hostname?: string;
  /** `efi` or `pcbios`. */
  readonly platform?: string;
  /** iPXE's word: `x86_64`, `i386`, `arm64` … */
  readonly arch?: string;
}

const details = [
  'uuid',
  'manufacturer',
  'product',
  'serial',
  'asset',
  'hostname',
  'platform',
  'arch',
] as const satisfies readonly (keyof DiscoveredMachine)[];

/** Machines from the gate's lines, the last seen first. What makes no sense is left out. */
export function readDiscovered(
  lines: readonly string[],
  now: { readonly uptime: number; readonly bootId: string },
): DiscoveredMachine[] {
  const boot = now.bootId.split('-', 1)[0];
  return lines
    .flatMap((line) => {
      const [, uptime, at, mac = '', address = '', rest = ''] = machinePattern.exec(line) ?? [];
      if (uptime === undefined || at !== boot) return [];
      const secondsAgo = Math.max(0, now.uptime - Number(uptime));
      return [{ mac: colonMac(mac), address, secondsAgo, ...readDetails(rest) }];
    })
    .sort((a, b) => a.secondsAgo - b.secondsAgo || (a.mac < b.mac ? -1 : 1));
}

/** `<uptime> <start of the boot id> <mac> <address> <name>=<percent-encoded text> …` */
const machinePattern =
  /^(\d{1,12}(?:\.\d{1,3})?) ([0-9a-f]{8}) ((?:[0-9a-f]{2}-){5}[0-9a-f]{2}) ([0-9.]{7,15})(?: (.*))?$/;

function readDetails(text: string): Partial<Record<(typeof details)[number], string>> {
  const told = new Map(
    text.split(' ').map((word) => {
      const end = word.indexOf('=');
      return [word.slice(0, end), decodeText(word.slice(end + 1)).trim()] as const;
    }),
  );
  return Object.fromEntries(
    details.flatMap((name) => {
      const value = told.get(name) ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
}
