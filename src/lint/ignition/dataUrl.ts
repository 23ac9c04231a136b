import { gunzipSync } from 'node:zlib';

/** What a URL of contents holds: bytes, nothing that can be seen from here (another scheme), or a mistake. */
export type Decoded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'broken'; readonly reason: string };

/** More than any file that belongs in a configuration, so that a small bomb cannot fill the memory. */
const largestContents = 16 * 1024 * 1024;

/** Decodes a data: URL (RFC 2397) as Ignition does: base64 or percent encoding, then gzip where `compression` says so. */
export function decodeSource(source: string, compression: string | undefined): Decoded {
  if (!/^data:/i.test(source)) return { kind: 'elsewhere' };
  const comma = source.indexOf(',');
  if (comma < 0) return { kind: 'broken', reason: 'the data: URL has no comma before its contents' };
  const body = source.slice(comma + 1);
  const decoded = /;base64$/i.test(source.slice(0, comma)) ? fromBase64(body) : fromPercent(body);
  return decoded.kind === 'bytes' && compression === 'gzip' ? decompressed(decoded.bytes) : decoded;
}

function fromBase64(body: string): Decoded {
  const text = body.replaceAll(/%([0-9a-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0)
    return { kind: 'broken', reason: 'the data: URL is not valid base64' };
  return { kind: 'bytes', bytes: Buffer.from(text, 'base64') };
}

function fromPercent(body: string): Decoded {
  if (/%(?![0-9a-fA-F]{2})/.test(body))
    return { kind: 'broken', reason: 'the data: URL has a % without two hexadecimal digits after it' };
  const bytes = Buffer.alloc(Buffer.byteLength(body));
  let length = 0;
  for (let index = 0; index < body.length; index++) {
    const escaped = body[index] === '%';
    if (escaped) bytes[length++] = parseInt(body.slice(index + 1, index + 3), 16);
    else length += bytes.write(characterAt(body, index), length);
    index += escaped ? 2 : characterAt(body, index).length - 1;
  }
  return { kind: 'bytes', bytes: bytes.subarray(0, length) };
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

function decompressed(bytes: Uint8Array): Decoded {
  try {
    return { kind: 'bytes', bytes: gunzipSync(bytes, { maxOutputLength: largestContents }) };
  } catch {
    return { kind: 'broken', reason: 'the contents are not gzip, or are larger than 16 MiB when unpacked' };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes as text, or undefined when they are no UTF-8 or have NUL bytes: then they are a binary. */
export function textFrom(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
