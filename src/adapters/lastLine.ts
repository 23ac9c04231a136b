/** The last line of what a script complained that says something, fit to be printed. */
export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? '').replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
