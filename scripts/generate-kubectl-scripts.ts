/** Writes src/generated/kubectlScripts.ts from the shell scripts of src/adapters/kubectl/scripts, as those of the storage are written. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptRows } from './scriptRows.ts';

const root = resolve(import.meta.dirname, '..');

/** The TypeScript module that carries the scripts, by name without `.sh`. */
export function kubectlScriptsModule(): string {
  const rows = scriptRows(join(root, 'src/adapters/kubectl/scripts'));
  return `// Made by scripts/generate-kubectl-scripts.ts from src/adapters/kubectl/scripts/*.sh: change those.\n\n/** The text of each script that runs on a server of K3s, by its name. */\nexport const kubectlScripts = {\n${rows}} as const;\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'src/generated/kubectlScripts.ts'), kubectlScriptsModule());
