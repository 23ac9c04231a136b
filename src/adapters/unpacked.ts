import { gunzipSync } from 'node:zlib';

/** Bytes that a packed answer may have: far more than any router or storage has to say. */
const longest = 512 * 1024 * 1024;

/** An answer of a script, which is packed where the other side has gzip; empty where it ends in the middle. */
export function unpacked(answer: Uint8Array): Buffer {
  if (answer[0] !== 0x1f || answer[1] !== 0x8b) return Buffer.from(answer);
  try {
    return gunzipSync(answer, { maxOutputLength: longest });
  } catch {
    return Buffer.alloc(0);
  }
}
