import { copyFile, mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WrittenText } from '../../ports/textFiles.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';

/** Drafts, and what is replaced, lie here until all is done. What a killed run left in it goes with the next one. */
const workFolder = '.pilotlight-init';

/** How a step is undone, and what it is about. */
interface Undo {
  readonly path: string;
  readonly step: () => Promise<unknown>;
}

/** Writes files below a folder: all of them or none. See the port. */
export async function writeTogether(folder: string, files: ReadonlyMap<string, WrittenText>): Promise<void> {
  const work = join(folder, workFolder);
  const undo: Undo[] = [];
  let subject = work;
  let lost: readonly string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    await rm(work, { recursive: true, force: true });
    await mkdir(work);
    const drafts: { path: string; draft: string; was: string | undefined }[] = [];
    for (const [index, [path, { text, was }]] of [...files].entries()) {
      subject = join(folder, path);
      const draft = join(work, `${index}.new`);
      await writeThrough(draft, text);
      drafts.push({ path: subject, draft, was });
    }
    for (const { path, draft, was } of drafts) {
      subject = path;
      await put(draft, path, was, undo);
    }
  } catch (error) {
    lost = await undone(undo);
    throw failure(subject, error, lost, work);
  } finally {
    // What could not be put back is there alone.
    if (lost.length === 0) await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Takes everything back, the last first; answers what could not be. */
async function undone(undo: readonly Undo[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { path, step } of undo.toReversed()) await step().catch(() => lost.push(path));
  return lost.reverse();
}

function failure(subject: string, error: unknown, lost: readonly string[], work: string): Failure {
  if (lost.length > 0)
    return new Failure(
      'world',
      `${subject} cannot be written: ${explainSystemError(error)}; what was written before could not be taken back: ${lost.join(', ')}`,
      {
        next: `what these files were before is in ${work}: put it back, or away, before the next run`,
        cause: error,
      },
    );
  if (error instanceof Failure) return error;
  return new Failure('world', `${subject} cannot be written: ${explainSystemError(error)}`, {
    next: 'nothing was written: mend that, and run the same again',
    cause: error,
  });
}

/** Moves a draft to its place. What was there is kept until all is done, and is what it was when somebody agreed to that. */
async function put(draft: string, path: string, was: string | undefined, undo: Undo[]): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) undo.push({ path: folder, step: () => removeEmpty(folder, made) });
  const kept = `${draft}.old`;
  const isThere = await copyFile(path, kept).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  const present = isThere ? await readFile(kept, 'utf8') : undefined;
  if (present !== was)
    throw new Failure('refused', `${path} was changed meanwhile, by somebody else`, {
      next: 'nothing was written: run the same again',
    });
  await rename(draft, path);
  undo.push({ path, step: () => (isThere ? rename(kept, path) : rm(path)) });
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
  try {
    for (let each = folder; each.length >= first.length; each = dirname(each)) await rmdir(each);
  } catch {
    // Somebody put something there meanwhile: nothing of ours, and nothing is lost.
  }
}
