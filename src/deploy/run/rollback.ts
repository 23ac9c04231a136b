import { type Digest, sha256, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { manifestName } from '../../shared/storageLayout.ts';
import { releasePath } from '../paths.ts';
import type { Pointer, StorageState } from '../plan/state.ts';
import { wholeReleases } from '../state.ts';
import { attempt } from './attempt.ts';
import { explained } from './explain.ts';
import { checkServed } from './httpCheck.ts';
import { noteDone } from './note.ts';
import { refuseProblems } from './problems.ts';
import { look, type ReadStorage, readStorage } from './readStorage.ts';
import { readUnderLock } from './readUnderLock.ts';
import { rollbackTarget } from './rollbackTarget.ts';
import { type Run, type RunRequest, underLock } from './run.ts';
import { followPointer, switchPointer } from './switchPointer.ts';
import type { HttpCheck, RunTools } from './tools.ts';

export interface RollbackRequest extends RunRequest {
  /** Id of a release that is on the storage, or the beginning of one; the previous release where nothing is said. */
  readonly to?: string;
  readonly check?: HttpCheck;
}

export interface RolledBack {
  readonly from: Pointer;
  readonly pointer: Pointer;
  readonly warnings: readonly string[];
}

/** Makes another release of those on the storage current again. Nothing is done, and the pointers are equal, where it is current already. */
export async function rollback(request: RollbackRequest, tools: RunTools): Promise<RolledBack> {
  const first = await readStorage(tools, request.settings);
  const { from, to } = await explained(first.state, tools, request.settings, () => {
    refuseProblems(first.problems);
    return rollbackTarget(first.state, request.to);
  });
  if (from.release === to && isFollowed(first.state)) return { from, pointer: from, warnings: [] };
  return underLock(request, tools, first, async (run) => {
    const now = await readUnderLock(run, () => look(tools, request.settings));
    refuseProblems(now.problems);
    refuseOther(from, now.state);
    rollbackTarget(now.state, to);
    const pointer =
      from.release === to
        ? await followPointer(run, from, request.check)
        : await makeCurrent(run, now, to, request.check);
    await noteDone(run, { event: 'rolledBack', release: to }, 'the release is served');
    return { from, pointer, warnings: run.warnings };
  });
}

/** Whether machines boot what the pointer says: without a boot file they do. */
function isFollowed({ pointer, bootFile }: StorageState): boolean {
  return bootFile === undefined || bootFile.release === pointer?.release;
}

/** What was chosen by "previous" may be something else once somebody else has switched. */
function refuseOther(from: Pointer, { pointer }: StorageState): void {
  if (pointer?.sequence === from.sequence && pointer.release === from.release) return;
  const now = pointer === undefined ? 'nothing' : `release ${shortDigest(pointer.release)}`;
  throw new Failure('refused', `somebody else switched to ${now} meanwhile`, {
    next: 'look at pilotlight status, and name the release to go back to',
  });
}

async function makeCurrent(
  run: Run,
  { survey, state }: ReadStorage,
  release: Digest,
  check: HttpCheck | undefined,
): Promise<Pointer> {
  const { tools } = run;
  if (check !== undefined) {
    const text = await attempt(tools, () => tools.storage.read(`${releasePath(release)}/${manifestName}`));
    await checkServed(check, tools, release, sha256(text ?? ''));
  }
  const isWhole = wholeReleases(state.folders);
  return switchPointer(run, { slots: survey.slots, isWhole, release, check });
}
