/** A whole script: what it is, then its lines. */
export function scriptText(comments: readonly string[], lines: readonly string[]): string {
  return ['#!ipxe', ...comments.map(comment), ...lines, ''].join('\n');
}

/**
 * A comment line. Paths in it may hold anything: what could end the line, or join it with the next by a backslash at its end,
 * is written as `?`.
 */
function comment(text: string): string {
  return `# ${text.replace(/[^\x20-\x7e]|\\/g, '?')}`;
}
