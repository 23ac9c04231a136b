import { shQuote } from '../../shared/shQuote.ts';

/** dropbear refuses command lines of more bytes, in every release (facts of OpenWrt). */
const longest = 9_000;

/**
 * The command line that runs a script with parameters `$1`, `$2`, … Throws an Error, which is a mistake in Pilotlight, when it is too long
 * for dropbear: whatever can grow belongs on standard input.
 */
export function commandLine(script: string, parameters: readonly string[]): string {
  const line = `set -- ${parameters.map(shQuote).join(' ')}\n${script}`;
  const bytes = Buffer.byteLength(line);
  if (bytes >= longest)
    throw new Error(`a remote command line of ${bytes} bytes; it must be under ${longest}`);
  return line;
}
