import type { ParsedKey, utils } from 'ssh2';
import { Failure } from '../../shared/failure.ts';

/** A private key as a person gave it. */
export interface PrivateKeyText {
  /** What to call it in messages: `the private key`, `the key file ~/deploy`. */
  readonly name: string;
  readonly text: string;
  readonly passphrase: string | undefined;
}

/**
 * Reads a private key. Throws a Failure that says what is wrong with it and how to mend that. Nothing of the key or the passphrase is in a
 * message, nor in a cause.
 */
export function parsePrivateKey({ parseKey }: typeof utils, given: PrivateKeyText): ParsedKey {
  const text = `${given.text.replaceAll(/\r\n?/g, '\n').trim()}\n`;
  const encrypted = isEncrypted(text);
  if (encrypted && !given.passphrase) {
    throw wrong(
      given,
      'needs a passphrase',
      'Give its passphrase, or a key without one that is kept as a secret.',
    );
  }
  const parsed: unknown = parseKey(text.trim(), given.passphrase ?? undefined);
  const key = (Array.isArray(parsed) ? parsed[0] : parsed) as ParsedKey | Error | undefined;
  if (key === undefined || key instanceof Error) throw unreadable(given, text, encrypted);
  if (!key.isPrivateKey()) throw publicKey(given);
  return key;
}

function unreadable(given: PrivateKeyText, text: string, encrypted: boolean): Failure {
  const convert = 'Write it in the form of OpenSSH: ssh-keygen -p -f <file>.';
  if (text.startsWith('PuTTY-User-Key-File')) {
    return wrong(
      given,
      'is in the format of PuTTY',
      'Convert it: puttygen <file>.ppk -O private-openssh -o <file>.',
    );
  }
  if (looksPublic(text)) return publicKey(given);
  if (!text.startsWith('-----BEGIN ')) {
    return wrong(
      given,
      'is not a private key',
      'It must hold the whole text, from -----BEGIN to END-----, with its line breaks.',
    );
  }
  if (text.trim().split('\n').length < 3 || !/-----END [A-Z0-9 ]+-----\n$/.test(text)) {
    return wrong(
      given,
      'is cut off, or has lost its line breaks',
      'It must hold the whole text, from -----BEGIN to END-----, with its line breaks.',
    );
  }
  if (/^-----BEGIN (ENCRYPTED )?PRIVATE KEY-----/.test(text)) {
    return wrong(given, 'is in the format PKCS#8, which cannot be read here', convert);
  }
  if (encrypted) {
    return wrong(given, 'cannot be decrypted', 'The passphrase is wrong, or the key is damaged.');
  }
  return wrong(given, 'cannot be read', `It is damaged, or of a kind that is not known here. ${convert}`);
}

function publicKey(given: PrivateKeyText): Failure {
  return wrong(given, 'is a public key', 'Give the private key that belongs to it: the file without .pub.');
}

function looksPublic(text: string): boolean {
  return /^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/.test(text) || /^-+ ?BEGIN (SSH2 |RSA )?PUBLIC KEY/.test(text);
}

/** Whether a passphrase is needed: by the headers of the old form, or the name of the cipher in OpenSSH's own. */
function isEncrypted(text: string): boolean {
  if (/^(Proc-Type: 4,ENCRYPTED|Encryption: (?!none)\S+)$/m.test(text)) return true;
  if (text.startsWith('-----BEGIN ENCRYPTED PRIVATE KEY-----')) return true;
  const body = /^-----BEGIN OPENSSH PRIVATE KEY-----\n([^-]+)\n-----END/.exec(text)?.[1];
  if (body === undefined) return false;
  // `openssh-key-v1` and a NUL, then the cipher's name behind its length.
  const bytes = Buffer.from(body, 'base64');
  if (bytes.subarray(0, 15).toString('latin1') !== 'openssh-key-v1\0') return false;
  const length = bytes.length < 19 ? 0 : bytes.readUInt32BE(15);
  return bytes.subarray(19, 19 + length).toString('latin1') !== 'none';
}

function wrong(given: PrivateKeyText, what: string, next: string): Failure {
  return new Failure('world', `${given.name} ${what}`, { next });
}
