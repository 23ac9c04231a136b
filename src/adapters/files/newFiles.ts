import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NewFiles } from '../../ports/newFiles.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Files of this machine. */
export const newFiles: NewFiles = {
  async create(path, text) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === 'EEXIST') return false;
      throw new Failure('world', `${path} cannot be written: ${explainSystemError(error)}`);
    }
  },
};
