/** The interpreter that the first line of a script names, `env` looked through; undefined when there is none. */
export function interpreterOf(text: string): string | undefined {
  const line = /^#![ \t]*([^\r\n]*)/.exec(text)?.[1]?.trim();
  if (line === undefined || line === '') return undefined;
  const words = line.split(/\s+/);
  if (!/(^|\/)env$/.test(words[0] ?? '')) return words[0];
  return words.slice(1).find((word) => !word.startsWith('-') && !word.includes('='));
}

/** The shell that runs a script, for shellcheck; undefined when the script is none of a shell. */
export function shellOf(text: string): 'sh' | 'bash' | 'dash' | undefined {
  const name = interpreterOf(text)?.split('/').at(-1);
  return name === 'sh' || name === 'bash' || name === 'dash' ? name : undefined;
}
