import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of a script that do something: comments and indentation stay behind. No text of a script goes over several lines with blanks. */
function workingLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The shell scripts of a folder as members of an object, by name without `.sh`. */
export function scriptRows(folder: string): string {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .sort()
    .map((name) => {
      const lines = workingLines(readFileSync(join(folder, name), 'utf8'));
      const body = lines.map((line) => `    ${JSON.stringify(line)},\n`).join('');
      return `  ${JSON.stringify(name.replace(/\.sh$/, ''))}: [\n${body}  ].join('\\n') + '\\n',\n`;
    })
    .join('');
}
