import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, matchesHostKey, parseHostKey, publicKeyLine } from '../../src/shared/hostKey.ts';

/** A public key as SSH writes it: its type, then its content. */
function blobOf(type: string, content: Uint8Array): Buffer {
  const parts = [Buffer.from(type), Buffer.from(content)].flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return Buffer.concat(parts);
}

const blob = blobOf('ssh-ed25519', Buffer.alloc(32, 7));
const key = `ssh-ed25519 ${blob.toString('base64')}`;
const print = `SHA256:${createHash('sha256').update(blob).digest('base64').slice(0, 43)}`;

test('a fingerprint is what ssh-keygen -l prints', () => {
  expect(fingerprint(blob)).toBe(print);
  expect(publicKeyLine(blob)).toBe(key);
});

describe('a pin', () => {
  test.each([
    ['a bare key', key],
    ['a key with a comment', `${key} root@OpenWrt`],
    ['a line of known_hosts', `192.168.1.1,router ${key}`],
    ['a line of known_hosts with a port', `[192.168.1.1]:2222 ${key} comment`],
    ['a hashed line of known_hosts', `|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ${key}`],
    ['white space around it', `  router\t${key} \n`],
  ])('is read from %s', (_name, text) => {
    const pin = parseHostKey(text);
    expect(pin).toEqual({ kind: 'key', type: 'ssh-ed25519', blob });
    expect(pin !== undefined && matchesHostKey([pin], blob)).toBe(true);
  });

  test.each([
    ['a fingerprint', print],
    ['a padded fingerprint', `${print}=`],
    ['what dropbearkey -y prints', `Fingerprint: ${print}`],
    ['what ssh-keygen -l prints', `256 ${print} root@OpenWrt (ED25519)`],
  ])('is read from %s', (_name, text) => {
    const pin = parseHostKey(text);
    expect(pin).toEqual({ kind: 'fingerprint', sha256: print });
    expect(pin !== undefined && matchesHostKey([pin], blob)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a comment', `# ${key}`],
    ['a revoked key', `@revoked router ${key}`],
    ['a certificate authority', `@cert-authority * ${key}`],
    ['two lines', `${key}\n${key}`],
    ['a key of another type than it says', key.replace('ssh-ed25519', 'ssh-rsa')],
    ['a key that is cut off', `ssh-ed25519 ${blob.toString('base64').slice(0, 18)}`],
    ['a key that is no base64', `${key.slice(0, -4)}!!!!`],
    ['a short fingerprint', print.slice(0, -1)],
    ['a fingerprint that no SHA-256 has', `${print.slice(0, -1)}B`],
    ['an MD5 fingerprint', 'MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48'],
    ['a fingerprint in a comment', `trust me ${print}`],
  ])('is not read from %s', (_name, text) => {
    expect(parseHostKey(text)).toBeUndefined();
  });

  test('fits its own key only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (content) => {
        const other = blobOf('ssh-ed25519', content);
        const pins = [parseHostKey(publicKeyLine(other)), parseHostKey(fingerprint(other))];
        for (const pin of pins) {
          expect(pin !== undefined && matchesHostKey([pin], other)).toBe(true);
          expect(pin !== undefined && matchesHostKey([pin], blobOf('ssh-ed25519', randomBytes(32)))).toBe(
            false,
          );
        }
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseHostKey(text)));
  });

  test('nothing pinned fits nothing', () => {
    expect(matchesHostKey([], blob)).toBe(false);
  });
});
