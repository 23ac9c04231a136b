/** Writes src/generated/routerScripts.ts from the shell scripts of src/adapters/router/scripts, as those of the storage are written. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { workingLines } from './generate-storage-scripts.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'src/adapters/router/scripts');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function routerScriptsModule(): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .sort();
  const rows = names.map((name) => {
    const lines = workingLines(readFileSync(join(folder, name), 'utf8'));
    const body = lines.map((line) => `    ${JSON.stringify(line)},\n`).join('');
    return `  ${JSON.stringify(name.replace(/\.sh$/, ''))}: [\n${body}  ].join('\\n') + '\\n',\n`;
  });
  return `// Made by scripts/generate-router-scripts.ts from src/adapters/router/scripts/*.sh: change those.\n\n/** The text of each script that works on a router's configuration, by its name. */\nexport const routerScripts = {\n${rows.join('')}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/routerScripts.ts'), routerScriptsModule());
