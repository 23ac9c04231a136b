import { createHash } from 'node:crypto';

/** A SHA-256 in 64 lower-case hexadecimal digits. */
export type Digest = string & { readonly digest: unique symbol };

/** The SHA-256 of some bytes, or of a text in UTF-8. */
export function sha256(content: string | Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex') as Digest;
}

/** Whether a text has the form of a {@link Digest}. */
export function isDigest(text: string): text is Digest {
  return /^[0-9a-f]{64}$/.test(text);
}

/** JSON with sorted keys and no white space: equal values give equal texts, whatever order they were built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** The first 12 digits of a digest, as tables show it: short enough to compare by eye, long enough to be told apart. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}
