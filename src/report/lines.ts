/** Answers the text of a file that findings point into, or undefined when it is not at hand. */
export type Source = (file: string) => string | undefined;

/**
 * A way to single lines of files, from 1, without line break and byte order mark. Findings come sorted by file, so only the file
 * looked at last is kept in lines.
 */
export function lineReader(source: Source): (file: string, line: number) => string | undefined {
  let file: string | undefined;
  let lines: readonly string[] = [];
  return (wanted, line) => {
    if (wanted !== file) {
      file = wanted;
      lines =
        source(wanted)
          ?.replace(/^\ufeff/, '')
          .split(/\r\n|\n|\r/) ?? [];
    }
    return lines[line - 1];
  };
}
