import { copyFile, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Drafts, and what is replaced, lie here until all is done. What a killed run left in it goes with the next one. */
const workFolder = '.pilotlight-init';

/** How a step is undone. */
type Undo = () => Promise<unknown>;

/** Writes files below a folder: all of them or none. See the port. */
export async function writeTogether(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const work = join(folder, workFolder);
  const undo: Undo[] = [];
  let subject = work;
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) undo.push(() => removeEmpty(folder, made));
    await rm(work, { recursive: true, force: true });
    await mkdir(work);
    const drafts: { path: string; draft: string }[] = [];
    for (const [index, [path, text]] of [...files].entries()) {
      subject = join(folder, path);
      const draft = join(work, `${index}.new`);
      await writeThrough(draft, text);
      drafts.push({ path: subject, draft });
    }
    for (const { path, draft } of drafts) {
      subject = path;
      await put(draft, path, undo);
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw new Failure('world', `${subject} cannot be written: ${explainSystemError(error)}`, {
      next: 'nothing was written: mend that, and run the same again',
      cause: error,
    });
  } finally {
    await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Moves a draft to its place. What was there is kept until all is done. */
async function put(draft: string, path: string, undo: Undo[]): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) undo.push(() => removeEmpty(folder, made));
  const kept = `${draft}.old`;
  const was = await copyFile(path, kept).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  await rename(draft, path);
  undo.push(() => (was ? rename(kept, path) : rm(path)));
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes folders that were made, from the innermost to the first of them, as long as nothing is in them. */
async function removeEmpty(folder: string, first: string): Promise<void> {
  for (let each = folder; each.length >= first.length; each = dirname(each)) await rmdir(each);
}
