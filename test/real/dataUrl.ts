import { gunzipSync } from 'node:zlib';

/** What an Ignition file holds: a `data:` URL, packed or not. */
export interface Contents {
  readonly source: string;
  readonly compression?: string;
}

/** The text of a file in an Ignition configuration, by RFC 2397. */
export function textOf({ source, compression }: Contents): string {
  const comma = source.indexOf(',');
  const data = source.slice(comma + 1);
  const bytes = source.slice(0, comma).endsWith(';base64')
    ? Buffer.from(data, 'base64')
    : Buffer.from(decodeURIComponent(data));
  return (compression === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
}
