import type { StreamedFile } from '../../ports/storage.ts';
import { type Digest, sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { attempt } from './attempt.ts';
import { refuseProblems } from './problems.ts';
import { look, readStorage } from './readStorage.ts';
import { readUnderLock } from './readUnderLock.ts';
import { type Run, type RunRequest, underLock } from './run.ts';
import type { RunTools } from './tools.ts';

/** A file of one of the folders that a router serves while they are written to. */
export interface ServedFile extends StreamedFile {
  /** `cgi-bin` or `tftp` */
  readonly folder: string;
}

export interface ServedRequest extends RunRequest {
  /** Small enough to be held in memory. */
  readonly files: readonly ServedFile[];
}

/** Puts programs and boot files where the router serves them, under the lock; those that are right are not sent. Answers warnings. */
export async function putServed(request: ServedRequest, tools: RunTools): Promise<readonly string[]> {
  const { settings, files } = request;
  const first = await readStorage(tools, settings);
  return underLock(request, tools, first, async (run) => {
    const { problems } = await readUnderLock(run, () => look(tools, settings));
    refuseProblems(problems);
    for (const folder of new Set(files.map((file) => file.folder))) {
      await putFolder(
        run,
        folder,
        files.filter((file) => file.folder === folder),
      );
    }
    return run.warnings;
  });
}

/** Puts files into one of those folders; those that are right are not sent. */
export async function putFolder(
  { tools, handle }: Pick<Run, 'tools' | 'handle'>,
  folder: string,
  files: readonly ServedFile[],
): Promise<void> {
  const { storage, signal } = tools;
  const options = signal === undefined ? {} : { signal };
  const expected = new Map<string, Digest>(files.map(({ path, bytes }) => [path, sha256(bytes)]));
  const check = () => attempt(tools, () => storage.mismatches(folder, expected, options));
  const wrong = new Set(await check());
  if (wrong.size === 0) return;
  for (const path of wrong) tools.onEvent?.({ stage: 'upload', subject: `${folder}/${path}` });
  const sent = files.filter(({ path }) => wrong.has(path));
  await attempt(tools, () => storage.unpack(handle, folder, streamed(sent), options));
  const [broken] = await check();
  if (broken === undefined) return;
  throw new Failure('world', `${folder}/${broken} came out wrong`, {
    next: 'check the disk of the storage (its cable, its file system), and run the same command again',
  });
}

async function* streamed(files: readonly ServedFile[]): AsyncIterable<StreamedFile> {
  yield* files;
}
