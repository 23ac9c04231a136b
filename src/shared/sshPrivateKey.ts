import { createPrivateKey, createPublicKey } from 'node:crypto';

/** A private key that an SSH server can have. */
export interface SshPrivateKey {
  /** As OpenSSH reads it: lines that end with LF, the last one too. */
  readonly text: string;
  /** The public half, in SSH's own encoding. */
  readonly publicBlob: Uint8Array;
}

const begin = '-----BEGIN OPENSSH PRIVATE KEY-----';
const end = '-----END OPENSSH PRIVATE KEY-----';

/**
 * Reads an Ed25519 private key in the format of OpenSSH (its PROTOCOL.key), without a passphrase, and looks whether its halves belong together.
 * What editors and forms make of such a text is mended: CR LF, blanks around it, a last line without an end. OpenSSH itself refuses those.
 * Anything else is a problem, in words that say nothing of the text.
 */
export function parseSshPrivateKey(text: string): SshPrivateKey | { readonly problem: string } {
  const lines = text
    .trim()
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim());
  if (lines[0] !== begin || lines.at(-1) !== end) return { problem: misread(lines[0] ?? '') };
  const body = lines.slice(1, -1);
  const data = body.join('');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) return { problem: 'is damaged: its lines are no base64' };
  const key = readKey(Buffer.from(data, 'base64'));
  return 'problem' in key ? key : { text: `${[begin, ...body, end].join('\n')}\n`, publicBlob: key.blob };
}

function misread(first: string): string {
  if (/^(?:ssh|ecdsa|sk)-[a-z0-9@.-]+ /.test(first)) return 'is a public key: take the file without .pub';
  if (first === begin) return 'is cut off: its last line is missing';
  if (/^-----BEGIN .*PRIVATE KEY-----$/.test(first) || first.startsWith('PuTTY-User-Key-File-'))
    return `is a private key in another format than OpenSSH's: ${makeOne}`;
  return `is no private key in the format of OpenSSH: ${makeOne}`;
}

const makeOne = 'ssh-keygen -t ed25519 -N "" -f host_key makes one';
const magic = 'openssh-key-v1\0';

function readKey(bytes: Buffer): { readonly blob: Buffer } | { readonly problem: string } {
  const damaged = { problem: 'is damaged: its parts do not fit together' };
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) return damaged;
  const outer = fieldsOf(bytes.subarray(magic.length), ['text', 'text', 'text', 'number', 'text', 'text']);
  const [cipher, , , count, blob, secret] = outer ?? [];
  if (!cipher || !count || !blob || !secret || count.readUInt32BE() !== 1) return damaged;
  const type = fieldsOf(blob, ['text', 'text']);
  const [name, publicHalf] = type ?? [];
  if (!name || !publicHalf) return damaged;
  if (name.toString('latin1') !== 'ssh-ed25519') return { problem: `is no Ed25519 key: ${makeOne}` };
  if (cipher.toString('latin1') !== 'none') {
    return {
      problem: 'has a passphrase, which no server could give: ssh-keygen -p -N "" -f FILE takes it away',
    };
  }
  const inner = fieldsOf(secret, ['number', 'number', 'text', 'text', 'text', 'text']);
  const [check, again, innerName, innerPublic, both] = inner ?? [];
  if (!check || !again || !innerName || !innerPublic || !both || both.length !== 64) return damaged;
  const fits =
    check.equals(again) &&
    innerName.equals(name) &&
    innerPublic.equals(publicHalf) &&
    publicOf(both.subarray(0, 32)).equals(publicHalf) &&
    both.subarray(32).equals(publicHalf);
  return fits ? { blob } : damaged;
}

/** Fields of SSH's encoding (RFC 4251, section 5): numbers of 32 bits, and texts with their length. Undefined where they are cut off. */
function fieldsOf(bytes: Buffer, kinds: readonly ('number' | 'text')[]): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let offset = 0;
  for (const kind of kinds) {
    if (offset + 4 > bytes.length) return undefined;
    const start = kind === 'number' ? offset : offset + 4;
    const stop = kind === 'number' ? offset + 4 : start + bytes.readUInt32BE(offset);
    if (stop > bytes.length) return undefined;
    fields.push(bytes.subarray(start, stop));
    offset = stop;
  }
  return fields;
}

/** The public half that belongs to a private one. The prefix is PKCS #8 of RFC 8410. */
function publicOf(seed: Buffer): Buffer {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return spki.subarray(spki.length - 32);
}
