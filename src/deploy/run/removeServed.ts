import { attempt } from './attempt.ts';
import { refuseProblems } from './problems.ts';
import { look, readStorage } from './readStorage.ts';
import { readUnderLock } from './readUnderLock.ts';
import { type RunRequest, underLock } from './run.ts';
import type { RunTools } from './tools.ts';

export interface RemoveRequest extends RunRequest {
  /** Scripts that arm machines; those that are not there are no mistake. */
  readonly paths: readonly string[];
}

/** Takes scripts away that arm machines, under the lock. Answers warnings. */
export async function removeServed(request: RemoveRequest, tools: RunTools): Promise<readonly string[]> {
  const { settings, paths } = request;
  const first = await readStorage(tools, settings);
  return underLock(request, tools, first, async (run) => {
    const { problems } = await readUnderLock(run, () => look(tools, settings));
    refuseProblems(problems);
    for (const path of paths) await attempt(tools, () => tools.storage.remove(run.handle, path));
    return run.warnings;
  });
}
