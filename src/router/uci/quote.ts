/**
 * A value in quotes, as `uci export` prints it and `uci batch` reads it: the one place where values are quoted.
 *
 * @throws Error for a value that no configuration of ours may hold: {@link isPlainValue} tells beforehand
 */
export function quoteValue(value: string): string {
  if (!isPlainValue(value)) throw new Error(`no value for uci: ${JSON.stringify(value)}`);
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Whether a value may stand in a configuration that we write: it is not empty (which removes an option) and has no line end or other
 * control character (which would begin a line of its own in what is made of it).
 */
export function isPlainValue(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return value !== '' && !/[\u0000-\u001f\u007f]/.test(value);
}

/**
 * A name of a package, section or option, as it is.
 *
 * @throws Error where it is none
 */
export function checkedName(name: string): string {
  if (!/^[A-Za-z0-9_]+$/.test(name)) throw new Error(`no name for uci: ${JSON.stringify(name)}`);
  return name;
}

/**
 * How a section is called: its name or `@type[index]`, in the quotes that a batch needs for the latter.
 *
 * @throws Error where it is neither
 */
export function checkedReference(reference: string): string {
  if (!/^(?:[A-Za-z0-9_]+|@[A-Za-z0-9_-]+\[\d+\])$/.test(reference)) {
    throw new Error(`no section for uci: ${JSON.stringify(reference)}`);
  }
  return reference;
}
