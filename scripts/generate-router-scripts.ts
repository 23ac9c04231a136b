/** Writes src/generated/routerScripts.ts from the shell scripts of src/adapters/router/scripts, as those of the storage are written. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function routerScriptsModule(): string {
  const rows = scriptRows(join(root, 'src/adapters/router/scripts'));
  return `// Made by scripts/generate-router-scripts.ts from src/adapters/router/scripts/*.sh: change those.\n\n/** The text of each script that works on a router's configuration, by its name. */\nexport const routerScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/routerScripts.ts'), routerScriptsModule());
