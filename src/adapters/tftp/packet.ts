/** A packet that a TFTP server sends (RFC 1350). */
export type Packet =
  | { readonly kind: 'data'; readonly block: number; readonly bytes: Uint8Array }
  | { readonly kind: 'error'; readonly code: number; readonly message: string };

/** Bytes of a block, where nothing else was agreed on: a shorter one is the last. */
export const blockSize = 512;

/** Asks for a file, in octet mode. */
export function readRequest(path: string): Uint8Array {
  return Buffer.concat([word(1), Buffer.from(`${path}\0octet\0`)]);
}

/** Says that a block has come. */
export function acknowledgement(block: number): Uint8Array {
  return Buffer.concat([word(4), word(block)]);
}

/** Ends a transfer: nothing more is wanted. */
export function farewell(): Uint8Array {
  return Buffer.concat([word(5), word(0), Buffer.from('enough\0')]);
}

/** What a server sent; undefined where that is no packet that it may send. */
export function readPacket(bytes: Buffer): Packet | undefined {
  if (bytes.length < 4) return undefined;
  const kind = bytes.readUInt16BE(0);
  const number = bytes.readUInt16BE(2);
  const rest = bytes.subarray(4);
  if (kind === 3 && rest.length <= blockSize) return { kind: 'data', block: number, bytes: rest };
  if (kind !== 5) return undefined;
  const text = rest.toString('utf8').split('\0')[0] ?? '';
  return { kind: 'error', code: number, message: printable(text) || `error ${number}` };
}

function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200);
}

function word(value: number): Buffer {
  return Buffer.from([(value >> 8) & 0xff, value & 0xff]);
}
