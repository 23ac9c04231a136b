const begin = '-----BEGIN PGP PUBLIC KEY BLOCK-----';
const end = '-----END PGP PUBLIC KEY BLOCK-----';

/** Whether a text is an armoured key, and not the path of one. */
export function isArmoured(text: string): boolean {
  return text.includes('-----BEGIN PGP');
}

/**
 * What is wrong with armoured OpenPGP public keys, in words that follow "it has"; undefined where they begin as such keys do (RFC 9580,
 * "Forming ASCII Armor" and "Packet Headers"). Whether a key can be used in full is known when it is used.
 */
export function armourFault(text: string): string | undefined {
  if (text.includes('-----BEGIN PGP PRIVATE KEY BLOCK-----')) return 'a private key in it: it is a secret';
  const blocks = text.split(begin).slice(1);
  if (blocks.length === 0) return 'no armoured OpenPGP public key in it';
  for (const block of blocks) {
    const stop = block.indexOf(end);
    if (stop < 0) return 'the beginning of an armoured key, and not its end';
    if (!isPublicKey(block.slice(0, stop))) return 'an armoured block that holds no public key';
  }
  return undefined;
}

/** Whether the data after the headers begins with the packet of a public key. */
function isPublicKey(block: string): boolean {
  const [, ...lines] = block.split('\n');
  const first = lines.find((line) => !/^[A-Za-z]+: |^\s*$/.test(line)) ?? '';
  const tag = Buffer.from(first, 'base64')[0] ?? 0;
  return tag === newFormatKey || (tag & 0b1111_1100) === oldFormatKey;
}

/** First octets of a packet of type 6, in the new format and, without the two bits of its length, in the old one. */
const newFormatKey = 0xc6;
const oldFormatKey = 0x98;
