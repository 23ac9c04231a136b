/**
 * Writes src/generated/storageScripts.ts from the shell scripts of src/adapters/storage/shell/scripts. Comments and indentation stay
 * behind: a command line of dropbear is limited, and each command carries its script.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'src/adapters/storage/shell/scripts');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function storageScriptsModule(): string {
  const rows = scriptRows(folder);
  return `// Made by scripts/generate-storage-scripts.ts from src/adapters/storage/shell/scripts/*.sh: change those.\n\n/** The text of each script that works on a storage, by its name. */\nexport const storageScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/storageScripts.ts'), storageScriptsModule());
