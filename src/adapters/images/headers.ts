/** The number of a Content-Length; undefined where there is none. */
export function sizeOf(length: string | undefined): number | undefined {
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

/** A part of a file, as `Content-Range: bytes 5-9/10` names it; `size` where the server knows the whole. */
export interface ByteRange {
  readonly from: number;
  readonly size: number | undefined;
}

/** Reads a Content-Range (RFC 9110, 14.4); undefined where it is none of bytes. */
export function readRange(header: string | undefined): ByteRange | undefined {
  const [, from, size] = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/i.exec(header?.trim() ?? '') ?? [];
  return from === undefined ? undefined : { from: Number(from), size: sizeOf(size) };
}

/** An ETag that two different contents never share: weak ones may not be used with If-Range (RFC 9110, 13.1.5). */
export function strongTag(tag: string | undefined): string | undefined {
  return tag !== undefined && /^"[\x21\x23-\x7e\x80-\xff]{1,500}"$/.test(tag) ? tag : undefined;
}

/** Whether a request without an offset asks for all: a part is then no answer to it. */
export function isWholeRange(offset: number | undefined): boolean {
  return offset === undefined || offset === 0;
}
