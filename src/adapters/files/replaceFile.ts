import { rename, rm, writeFile } from 'node:fs/promises';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Writes a file in place of the one that is there, if any: whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new Failure('world', `${path} cannot be written: ${explainSystemError(error)}`);
  }
}
