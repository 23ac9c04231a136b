/**
 * A text as one word of a POSIX shell, whatever is in it. NUL, which no shell can hold, is left out.
 * The only place that quotes for a shell.
 */
export function shQuote(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`;
}

/** A data file of `NAME='value'` lines that a shell script reads with `.`; names are our own. */
export function shAssignments(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${shQuote(value)}\n`)
    .join('');
}
