/**
 * The text of a small file of ours as surveys tell it and scripts compare it: records are printable ASCII, so a byte that is not shows
 * as `?`, and NUL, which no shell can hold, is left out. So a broken file has one text on both sides.
 */
export function smallText(content: string | Uint8Array): string {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
  return text.replaceAll('\0', '').replaceAll(/[^\n\x20-\x7e]/g, '?');
}
