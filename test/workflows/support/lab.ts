import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeWorkspace, type Workspace } from '../../action/support/workspace.ts';

const root = resolve(import.meta.dirname, '../../..');

/** A checkout with the example inventory and the workflows of this repository, and its commit. */
export interface Lab {
  readonly workspace: Workspace;
  readonly base: string;
}

/**
 * Makes a checkout that is removed when the test ends.
 *
 * @param files more files, by their paths
 */
export function makeLab(files: Readonly<Record<string, string>> = {}): Lab {
  const workspace = makeWorkspace();
  workspace.git('remote', 'add', 'origin', 'https://github.com/lerenn/lab');
  cpSync(join(root, '.github/workflows'), join(workspace.folder, '.github/workflows'), { recursive: true });
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  return { workspace, base: workspace.commit() };
}
