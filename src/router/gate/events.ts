/**
 * What the gate notes. `early`: ready by its own word, but not installed since it was armed. `host-key`: the SSH host key that it told is
 * another one than before.
 */
export const gateEventKinds = [
  'armed',
  'asked',
  'disarmed',
  'discovered',
  'early',
  'expired',
  'failed',
  'first-boot',
  'host-key',
  'ignition',
  'ready',
  'refused',
  'script',
  'wrong-generation',
] as const;

export type GateEventKind = (typeof gateEventKinds)[number];

/** One thing that happened at the gate. */
export interface GateEvent {
  /** Seconds since the router started, when it happened. */
  readonly uptime: number;
  readonly kind: GateEventKind;
  /** `98:fa:9b:1c:2d:01`: of the node, its first one. */
  readonly mac: string;
  /** Where the request came from; undefined where none did. */
  readonly address: string | undefined;
  /** Printable. */
  readonly text: string;
  /** What the node said, where it said something of a unit. */
  readonly report?: GateReport;
}

/** What a node said of one of its units: each text printable. */
export interface GateReport {
  /** `pilotlight-k3s-install.service`; empty where it named none. */
  readonly unit: string;
  /** Without blank ones. The last one may be cut off. */
  readonly lines: readonly string[];
}

/** The gate's events, the oldest first. Those of an earlier start of the router, and lines that were torn, are left out. */
export function readGateEvents(lines: readonly string[], bootId: string): GateEvent[] {
  const boot = bootId.split('-', 1)[0];
  return lines.flatMap((line) => {
    const [, uptime, at, word, mac = '', address, text = ''] = eventPattern.exec(line) ?? [];
    const kind = gateEventKinds.find((each) => each === word);
    if (kind === undefined || at !== boot) return [];
    return [
      {
        uptime: Number(uptime),
        kind,
        mac: colonMac(mac),
        address: address === '-' ? undefined : address,
        text: decodeText(text),
        ...reportOf(text),
      },
    ];
  });
}

/** `<uptime> <start of the boot id> <kind> <mac> <address> <text>` */
const eventPattern =
  /^(\d{1,12}(?:\.\d{1,3})?) ([0-9a-f]{8}) ([a-z-]+) ((?:[0-9a-f]{2}-){5}[0-9a-f]{2}) (-|[0-9a-f:.]{2,39}) ?(.*)$/;

/** `98-fa-9b-1c-2d-01` → `98:fa:9b:1c:2d:01` */
export function colonMac(hexhyp: string): string {
  return hexhyp.replaceAll('-', ':');
}

/** No blank stands in what a node sent, so the first one ends the unit, whatever it calls that. What is cut off in the middle of a code goes. */
function reportOf(text: string): Pick<GateEvent, 'report'> {
  const [, unit, said = ''] = /^unit=(\S*)(?: text=(\S*))?/.exec(text) ?? [];
  if (unit === undefined) return {};
  const whole = said.replace(/%[0-9A-Fa-f]?$/, '');
  const lines = whole.split(/(?:%0[ADad])+/).map((line) => decodeText(line).trim());
  return { report: { unit: decodeText(unit), lines: lines.filter((line) => line !== '') } };
}

/** A text that a machine sent percent-encoded: what is not printable, or no UTF-8, becomes `?`. A `+` stays. */
export function decodeText(text: string): string {
  const bytes = text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'));
  return decoded.replaceAll(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '?');
}
