import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** An executable file. */
export interface FoundProgram {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Time of its last change, in milliseconds since 1970. */
  readonly changed: number;
}

/** Looks for a program in the folders of a search path; those that are not absolute are left out. */
export async function findProgram(name: string, searchPath: string): Promise<FoundProgram | undefined> {
  for (const folder of searchPath.split(delimiter).filter((each) => each.startsWith('/'))) {
    const path = join(folder, name);
    try {
      await access(path, constants.X_OK);
      const found = await stat(path);
      if (found.isFile()) return { path, size: found.size, changed: found.mtimeMs };
    } catch {
      // Not here, or not for us: the next folder may have it.
    }
  }
  return undefined;
}
