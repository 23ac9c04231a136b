/** Writes src/generated/powerScripts.ts from the shell scripts of src/adapters/power/ssh/scripts, as those of the storage are written. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function powerScriptsModule(): string {
  const rows = scriptRows(join(root, 'src/adapters/power/ssh/scripts'));
  return `// Made by scripts/generate-power-scripts.ts from src/adapters/power/ssh/scripts/*.sh: change those.\n\n/** The text of each script that switches a machine, by its name. */\nexport const powerScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/powerScripts.ts'), powerScriptsModule());
