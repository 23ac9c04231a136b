import { publicKeyLine } from '../../shared/hostKey.ts';
import { colonMac } from './events.ts';

/** The SSH host key that a node told when it first booted. Who told it was known by the MAC of its address, and by nothing else. */
export interface HeardHostKey {
  /** `98:fa:9b:1c:2d:01`: the node's first one. */
  readonly mac: string;
  /** Where it was told from. */
  readonly address: string | undefined;
  /** `ssh-ed25519 AAAA…` */
  readonly key: string;
  /** Another one that it told before. */
  readonly previous: string | undefined;
  /** Seconds since the router started, when it was told last. */
  readonly uptime: number;
}

/** Host keys from the gate's lines. Those of an earlier start of the router, and what makes no sense, are left out. */
export function readHostKeys(lines: readonly string[], bootId: string): HeardHostKey[] {
  const boot = bootId.split('-', 1)[0];
  return lines.flatMap((line) => {
    const [, uptime, at, mac = '', address, data = '', before = ''] = linePattern.exec(line) ?? [];
    const key = keyOf(data);
    if (key === undefined || at !== boot) return [];
    return [
      {
        mac: colonMac(mac),
        address: address === '-' ? undefined : address,
        key,
        previous: keyOf(before),
        uptime: Number(uptime),
      },
    ];
  });
}

/** `<uptime> <start of the boot id> <mac> <address> <data of the key> <that of the one before>` */
const linePattern =
  /^(\d{1,12}(?:\.\d{1,3})?) ([0-9a-f]{8}) ((?:[0-9a-f]{2}-){5}[0-9a-f]{2}) (-|[0-9a-f:.]{2,39}) ([A-Za-z0-9+/]{68}) (-|[A-Za-z0-9+/]{68})$/;

/** The line of an Ed25519 key, by its data: its type, and 32 bytes (RFC 8709). */
function keyOf(data: string): string | undefined {
  return data.startsWith('AAAAC3NzaC1lZDI1NTE5AAAAI')
    ? publicKeyLine(Buffer.from(data, 'base64'))
    : undefined;
}
