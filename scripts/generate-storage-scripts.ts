/**
 * Writes src/generated/storageScripts.ts from the shell scripts of src/adapters/storage/shell/scripts. Comments and indentation stay
 * behind: a command line of dropbear is limited, and each command carries its script.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'src/adapters/storage/shell/scripts');

/** Lines of a script that do something. No text of a script goes over several lines, so that each can be looked at alone. */
export function workingLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function storageScriptsModule(): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .sort();
  const rows = names.map((name) => {
    const lines = workingLines(readFileSync(join(folder, name), 'utf8'));
    const body = lines.map((line) => `    ${JSON.stringify(line)},\n`).join('');
    return `  ${JSON.stringify(name.replace(/\.sh$/, ''))}: [\n${body}  ].join('\\n') + '\\n',\n`;
  });
  return `// Made by scripts/generate-storage-scripts.ts from src/adapters/storage/shell/scripts/*.sh: change those.\n\n/** The text of each script that works on a storage, by its name. */\nexport const storageScripts = {\n${rows.join('')}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/storageScripts.ts'), storageScriptsModule());
