/** A MAC in lower case with colons, whatever separators it was written with; undefined when it is none. */
export function normaliseMac(text: string): string | undefined {
  if (!/^[0-9a-f]{2}([:-]?[0-9a-f]{2}){5}$/i.test(text)) return undefined;
  const digits = text.toLowerCase().replaceAll(/[:-]/g, '');
  return digits.match(/../g)?.join(':');
}
