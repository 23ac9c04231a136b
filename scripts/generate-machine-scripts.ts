/** Writes src/generated/machineScripts.ts from the shell scripts of src/reimage/machine/scripts, as those of the storage are written. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function machineScriptsModule(): string {
  const rows = scriptRows(join(root, 'src/reimage/machine/scripts'));
  return `// Made by scripts/generate-machine-scripts.ts from src/reimage/machine/scripts/*.sh: change those.\n\n/** The text of each script that looks at a machine, by its name. */\nexport const machineScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/machineScripts.ts'), machineScriptsModule());
