/** Writes src/generated/gateScripts.ts from the shell scripts of src/router/gate/scripts. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function gateScriptsModule(): string {
  const rows = scriptRows(join(root, 'src/router/gate/scripts'));
  return `// Made by scripts/generate-gate-scripts.ts from src/router/gate/scripts/*.sh: change those.\n\n/** The text of each script of the gate, by its name. */\nexport const gateScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/gateScripts.ts'), gateScriptsModule());
