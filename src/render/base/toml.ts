/** A text as a TOML basic string. The only place that quotes for TOML. Lone surrogates, which TOML cannot hold, become U+FFFD. */
export function tomlString(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('\x7f', '\\u007f');
}

/** A list of texts as a TOML array on one line. */
export function tomlStrings(texts: readonly string[]): string {
  return `[${texts.map(tomlString).join(', ')}]`;
}
