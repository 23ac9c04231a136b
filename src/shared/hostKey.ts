import { createHash } from 'node:crypto';

/** A host key that is trusted: the key itself, or its SHA-256 fingerprint (`SHA256:` and 43 characters of base64). */
export type HostKeyPin =
  | { readonly kind: 'key'; readonly type: string; readonly blob: Uint8Array }
  | { readonly kind: 'fingerprint'; readonly sha256: string };

/**
 * Reads a pinned host key in any form that people have at hand: a public key (`ssh-ed25519 AAAA…`, with or without a comment), a line of
 * `known_hosts` or of `ssh-keyscan` (plain, `[host]:port` or hashed names, which say nothing here), or a fingerprint as `ssh-keygen -l`
 * and `dropbearkey -y` print it. Undefined for anything else, for several lines, and for lines that do not trust a key of a host
 * (`@revoked`, `@cert-authority`).
 */
export function parseHostKey(text: string): HostKeyPin | undefined {
  const line = text.trim();
  if (line === '' || line.startsWith('#') || line.startsWith('@') || /[\r\n\0]/.test(line)) return undefined;
  const words = line.split(/[ \t]+/);
  return keyAmong(words) ?? fingerprintAmong(words);
}

/** A key stands first, or behind the names of hosts. */
function keyAmong(words: readonly string[]): HostKeyPin | undefined {
  for (const start of [0, 1]) {
    const type = words[start];
    const blob = decodeBase64(words[start + 1] ?? '');
    if (type !== undefined && blob !== undefined && hostKeyType(blob) === type)
      return { kind: 'key', type, blob };
  }
  return undefined;
}

/** `SHA256:…` alone, behind `Fingerprint:`, or behind the number of bits. */
function fingerprintAmong(words: readonly string[]): HostKeyPin | undefined {
  const word = words.slice(0, 2).find((each) => each.startsWith('SHA256:'));
  const match = /^SHA256:([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048])=?$/.exec(word ?? '');
  return match?.[1] === undefined ? undefined : { kind: 'fingerprint', sha256: `SHA256:${match[1]}` };
}

function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  const exact = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return exact && bytes.length > 0 ? bytes : undefined;
}

/** The type that a public key in SSH's own encoding says of itself: `ssh-ed25519`. Undefined where it is no such encoding. */
export function hostKeyType(blob: Uint8Array): string | undefined {
  if (blob.length < 5) return undefined;
  const length = new DataView(blob.buffer, blob.byteOffset, blob.byteLength).getUint32(0);
  if (length === 0 || length > 64 || blob.length <= 4 + length) return undefined;
  const name = Buffer.from(blob.subarray(4, 4 + length)).toString('latin1');
  return /^[a-z0-9@.-]+$/.test(name) ? name : undefined;
}

/** Whether a key that a host showed is one of those that are pinned. */
export function matchesHostKey(pins: readonly HostKeyPin[], blob: Uint8Array): boolean {
  const seen = fingerprint(blob);
  return pins.some((pin) =>
    pin.kind === 'key' ? Buffer.compare(pin.blob, blob) === 0 : pin.sha256 === seen,
  );
}

/** `SHA256:…` of a public key in SSH's own encoding, without padding: what `ssh-keygen -l` prints. */
export function fingerprint(blob: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** A public key as one line, as it is pinned and put into `authorized_keys`: `ssh-ed25519 AAAA…`. */
export function publicKeyLine(blob: Uint8Array): string {
  return `${hostKeyType(blob) ?? 'unknown'} ${Buffer.from(blob).toString('base64')}`;
}
