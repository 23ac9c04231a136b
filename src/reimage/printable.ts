/** A text that a machine said, as it may be shown: what is not printable becomes `?`, and what is too long is cut. */
export function printable(text: string, most = 200): string {
  return text
    .slice(0, most)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, '?')
    .trim();
}
