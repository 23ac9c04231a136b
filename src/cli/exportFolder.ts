import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { explainSystemError, Failure } from '../shared/failure.ts';
import type { RenderedFile } from '../shared/fileTree.ts';

/** Lists what an export wrote, so that the next one can take away what is of no use any more. */
const listPath = 'pilotlight-export.json';

/**
 * Writes an export. What an earlier one wrote there and this one does not have is removed; what else is there stays. A folder that holds
 * files of somebody else and no export is refused.
 */
export function writeExport(folder: string, files: readonly RenderedFile[]): void {
  try {
    const before = listed(folder);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const paths = files.map(({ path }) => path).sort();
    writeFileSync(join(folder, listPath), `${JSON.stringify({ version: 1, files: paths }, null, 1)}\n`);
    const now = new Set(paths);
    for (const path of before) if (!now.has(path)) rmSync(join(folder, path), { force: true });
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('world', `cannot write the export: ${explainSystemError(error)}`, {
      next: 'mend that and run the same command again',
    });
  }
}

function listed(folder: string): string[] {
  const list = join(folder, listPath);
  if (!existsSync(list)) {
    if (existsSync(folder) && readdirSync(folder).some((name) => name !== 'assets')) {
      throw new Failure('refused', `${folder} holds files that no export wrote, so it was left as it is`, {
        next: 'name an empty folder, or one that does not exist yet',
      });
    }
    return [];
  }
  const { files } = JSON.parse(readFileSync(list, 'utf8')) as { files?: unknown };
  return Array.isArray(files) ? files.filter(isOurs) : [];
}

/** Whoever changed the list cannot have anything else removed by it. */
function isOurs(path: unknown): path is string {
  return (
    typeof path === 'string' &&
    /^(groups|profiles|assets\/pilotlight)\//.test(path) &&
    posix.normalize(path) === path
  );
}
