import { type CipherKey, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';
import { createRequire } from 'node:module';

/** The part of node:crypto that ssh2 calls for every packet. */
interface PacketCrypto {
  createCipheriv: (cipher: string, key: CipherKey, ...more: unknown[]) => unknown;
  createDecipheriv: (cipher: string, key: CipherKey, ...more: unknown[]) => unknown;
  randomFillSync: (bytes: Uint8Array, offset?: number, size?: number) => Uint8Array;
}

/**
 * Loads ssh2, which costs tens of milliseconds that no other command should pay.
 *
 * ssh2 makes three ciphers from the same key for every packet, and asks for some bytes of random padding. Node 24 makes a cipher five times
 * as slowly from bytes as from a key object, and each request for random bytes costs as much as encrypting the packet. So while ssh2 loads,
 * and only then, it finds functions in node:crypto that do the same with less work.
 */
export async function loadSsh2(): Promise<typeof import('ssh2')> {
  const crypto = createRequire(import.meta.url)('node:crypto') as PacketCrypto;
  const { createCipheriv, createDecipheriv, randomFillSync: fill } = crypto;
  crypto.createCipheriv = (cipher, key, ...more) => createCipheriv(cipher, keyObject(key), ...more);
  crypto.createDecipheriv = (cipher, key, ...more) => createDecipheriv(cipher, keyObject(key), ...more);
  crypto.randomFillSync = pooledRandom;
  try {
    return (await import('ssh2')).default;
  } finally {
    Object.assign(crypto, { createCipheriv, createDecipheriv, randomFillSync: fill });
  }
}

const keyObjects = new WeakMap<object, KeyObject>();

/** The key object of a key; the same for the same bytes object, which ssh2 never changes. */
function keyObject(key: CipherKey): CipherKey {
  if (!(key instanceof Uint8Array)) return key;
  let made = keyObjects.get(key);
  if (made === undefined) {
    made = createSecretKey(key);
    keyObjects.set(key, made);
  }
  return made;
}

const pool = new Uint8Array(16 * 1024);
let used = pool.length;

/** Random bytes as node:crypto gives them, asked for in large lots; none is given twice. */
function pooledRandom(bytes: Uint8Array, offset = 0, size = bytes.length - offset): Uint8Array {
  if (size > 256) return randomFillSync(bytes, offset, size);
  if (used + size > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  bytes.set(pool.subarray(used, used + size), offset);
  used += size;
  return bytes;
}
