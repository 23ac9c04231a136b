import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** The paths of all regular files below a folder, with forward slashes and relative to it, sorted. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
      .map((path) => path.split(sep).join('/'))
      .sort();
  } catch (error) {
    throw new Failure('usage', `cannot read the folder ${folder}: ${explainSystemError(error)}`);
  }
}
