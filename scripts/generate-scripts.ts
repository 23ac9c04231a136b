/**
 * Writes src/generated/scripts.ts from the shell scripts of src/render/scripts, so that the bundle carries their text
 * and editors and shellcheck still see real shell.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'src/render/scripts');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function scriptsModule(): string {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sh'))
    .sort();
  const rows = names.map((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '').split('\n');
    const body = lines.map((line) => `    ${JSON.stringify(line)},\n`).join('');
    return `  ${JSON.stringify(name.replace(/\.sh$/, ''))}: [\n${body}  ].join('\\n') + '\\n',\n`;
  });
  return `// Made by scripts/generate-scripts.ts from src/render/scripts/*.sh: change those.\n\n/** The text of each script that nodes run, by its name. */\nexport const scripts = {\n${rows.join('')}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/scripts.ts'), scriptsModule());
