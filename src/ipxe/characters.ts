/** White space as iPXE's `isspace` knows it. A no-break space, say, is an ordinary character to it. */
export function isSpace(character: string | undefined): boolean {
  return character !== undefined && character !== '' && ' \f\n\r\t\v'.includes(character);
}

/** An integer as `strtoul(text, &end, 0)` reads it: decimal, `0x…` or octal `0…`; undefined where iPXE refuses it. */
export function parseInteger(text: string): number | undefined {
  const match = /^[+]?(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))$/.exec(text);
  if (match === null) return undefined;
  const [, hexadecimal, octal, decimal] = match;
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  if (octal !== undefined) return Number.parseInt(octal, 8);
  return Number(decimal);
}
