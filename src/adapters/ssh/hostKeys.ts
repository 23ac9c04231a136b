import type { ServerHostKeyAlgorithm } from 'ssh2';
import { HostKeyRefused, type SshHost } from '../../ports/remoteShell.ts';
import {
  fingerprint,
  type HostKeyPin,
  hostKeyType,
  matchesHostKey,
  parseHostKey,
  publicKeyLine,
} from '../../shared/hostKey.ts';

/** A host, and where the inventory pins its keys: `router.ssh.hostKeys`. */
export interface PinnedHost extends SshHost {
  readonly pinnedAt: string;
}

/** `root@192.168.26.1:22` */
export function hostName({ user, host, port }: SshHost): string {
  return `${user}@${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What one kind of host key is signed with, by the kind; the best first. */
const algorithmsOfType: ReadonlyMap<string, readonly ServerHostKeyAlgorithm[]> = new Map([
  ['ssh-ed25519', ['ssh-ed25519']],
  ['ecdsa-sha2-nistp256', ['ecdsa-sha2-nistp256']],
  ['ecdsa-sha2-nistp384', ['ecdsa-sha2-nistp384']],
  ['ecdsa-sha2-nistp521', ['ecdsa-sha2-nistp521']],
  ['ssh-rsa', ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa']],
]);

/** Whether a host is who it should be; asked once for each connection that is tried. */
export interface HostKeyCheck {
  /** What to ask the host for: the kinds that are pinned first, without those that it has shown in vain. */
  algorithms(): ServerHostKeyAlgorithm[];
  /** How many keys were refused. */
  shown(): number;
  /** Whether the key that it shows is pinned. */
  accept(blob: Uint8Array): boolean;
  /** Whether the host may have another key that is pinned: only its fingerprint is known, and so not which kind to ask for. */
  worthAnotherTry(): boolean;
  /** Why it is refused; undefined while nothing was. */
  refusal(): HostKeyRefused | undefined;
}

/** Checks the keys of one host against those that are pinned. */
export function hostKeyCheck(host: PinnedHost): HostKeyCheck {
  const pins = host.hostKeys.map(parseHostKey).filter((pin) => pin !== undefined);
  const pinnedTypes = new Set(pins.flatMap((pin) => (pin.kind === 'key' ? [pin.type] : [])));
  const shown: Uint8Array[] = [];
  const typesLeft = (): string[] => {
    const gone = new Set(shown.map(hostKeyType));
    const left = [...algorithmsOfType.keys()].filter((type) => !gone.has(type));
    return [
      ...left.filter((type) => pinnedTypes.has(type)),
      ...left.filter((type) => !pinnedTypes.has(type)),
    ];
  };
  return {
    algorithms: () => typesLeft().flatMap((type) => algorithmsOfType.get(type) ?? []),
    shown: () => shown.length,
    accept: (blob) => {
      if (matchesHostKey(pins, blob)) return true;
      shown.push(Buffer.from(blob));
      return false;
    },
    worthAnotherTry: () => pins.some((pin) => pin.kind === 'fingerprint') && typesLeft().length > 0,
    refusal: () => (shown[0] === undefined ? undefined : refusal(host, pins, [shown[0], ...shown.slice(1)])),
  };
}

function refusal(
  host: PinnedHost,
  pins: readonly HostKeyPin[],
  shown: readonly [Uint8Array, ...Uint8Array[]],
): HostKeyRefused {
  const keys = shown.map((blob) => `${hostKeyType(blob) ?? 'key'} ${fingerprint(blob)}`).join(' and ');
  const lines = shown.map(publicKeyLine).join('\n  ');
  const place = host.pinnedAt;
  return new HostKeyRefused(
    `${hostName(host)} shows the host key ${keys}, ${verdict(place, host, pins, shown)}`,
    {
      next:
        `Nothing was sent to it. Compare with what the host itself says (on OpenWrt: dropbearkey -y -f ` +
        `/etc/dropbear/dropbear_ed25519_host_key; elsewhere: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub). ` +
        `If it is the same, put this under ${place}:\n  ${lines}`,
      shown: shown.map(fingerprint),
      keys: shown.map(publicKeyLine),
      expected: pins.map((pin) => (pin.kind === 'key' ? fingerprint(pin.blob) : pin.sha256)),
    },
  );
}

function verdict(
  place: string,
  host: PinnedHost,
  pins: readonly HostKeyPin[],
  shown: readonly Uint8Array[],
): string {
  if (host.hostKeys.length === 0) return `and ${place} pins none`;
  if (pins.length === 0) return `and no line under ${place} can be read as a host key`;
  const types = new Set(shown.map(hostKeyType));
  const expected = pins.flatMap((pin) =>
    pin.kind === 'key' && types.has(pin.type) ? [fingerprint(pin.blob)] : [],
  );
  return expected.length > 0
    ? `but ${expected.join(' or ')} is pinned under ${place}: the host was set up anew, or somebody pretends to be it`
    : `which is not pinned under ${place}`;
}
