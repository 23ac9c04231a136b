import { generateKeyPairSync } from 'node:crypto';

/** An Ed25519 private key in the format of OpenSSH, made for a test; and its public half, as one line. */
export function sshKeyPair(comment = 'a test'): { readonly text: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { text: sshKeyText({ seed, half, comment }), publicKey: publicLine(half) };
}

/** The parts that such a text is made of. */
export interface SshKeyParts {
  readonly seed: Buffer;
  readonly half: Buffer;
  readonly comment?: string;
  readonly cipher?: string;
  readonly checks?: readonly [number, number];
  readonly keys?: number;
}

/** The text of a private key, of parts that need not belong together. */
export function sshKeyText(parts: SshKeyParts): string {
  const { seed, half, comment = '', cipher = 'none', checks = [7, 7], keys = 1 } = parts;
  const secret = Buffer.concat([
    ...checks.map(number),
    field('ssh-ed25519'),
    field(half),
    field(Buffer.concat([seed, half])),
    field(comment),
  ]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secret.length % 8)) % 8));
  const data = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field(cipher),
    field('none'),
    field(''),
    number(keys),
    field(blobOf(half)),
    field(Buffer.concat([secret, padding])),
  ]).toString('base64');
  const lines = data.match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join(
    '\n',
  );
}

function publicLine(half: Buffer): string {
  return `ssh-ed25519 ${blobOf(half).toString('base64')}`;
}

function blobOf(half: Buffer): Buffer {
  return Buffer.concat([field('ssh-ed25519'), field(half)]);
}

function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([number(bytes.length), bytes]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
