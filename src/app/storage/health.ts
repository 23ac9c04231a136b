import type { StorageState } from '../../deploy/plan/state.ts';
import { type Problem, surveyNotes } from '../../deploy/preflight.ts';
import type { HttpCheck } from '../../deploy/run/tools.ts';
import type { Survey } from '../../ports/storage.ts';
import { byteSize } from '../../report/bytes.ts';
import type { StorageHealth } from '../../report/storageReport.ts';
import { storedName } from '../../report/storedName.ts';
import { shortDigest } from '../../shared/digest.ts';
import { bootFilePath } from '../../shared/storageLayout.ts';
import { servingProblem } from './httpHealth.ts';

/** How a storage is: what is wrong with it, what the next deploy mends, and whether machines are served. */
export async function storageHealth(
  { survey, state, problems }: { survey: Survey; state: StorageState; problems: readonly Problem[] },
  check: HttpCheck | undefined,
  signal: AbortSignal | undefined,
): Promise<StorageHealth> {
  const served = await askServer(check, survey, state, signal);
  return {
    problems: [...problems, ...pointerProblems(state), ...bootFileProblems(state), ...servedProblems(served)],
    notes: [...surveyNotes(survey), ...notesOf(state)],
    served,
  };
}

async function askServer(
  check: HttpCheck | undefined,
  survey: Survey,
  { pointer, bootFile }: StorageState,
  signal: AbortSignal | undefined,
): Promise<StorageHealth['served']> {
  if (check === undefined || pointer === undefined) return undefined;
  return { url: check.url, problem: await servingProblem(check, { pointer, bootFile }, survey, signal) };
}

/** Machines have nothing to boot though there are releases: somebody has to act. */
function pointerProblems({ pointer, pointerProblems, folders }: StorageState): Problem[] {
  if (pointer !== undefined || !folders.some(({ kind }) => kind === 'release')) return [];
  const why = pointerProblems.length === 0 ? '' : ` (${pointerProblems.join('; ')})`;
  return [{ message: `no release is current${why}`, next: 'pilotlight deploy makes one current' }];
}

/** Static mode: machines follow the boot file, and it is behind the pointer. */
function bootFileProblems({ pointer, bootFile }: StorageState): Problem[] {
  if (pointer === undefined || bootFile === undefined || bootFile.release === pointer.release) return [];
  const what =
    bootFile.release === undefined
      ? `${bootFilePath} leads machines to no release`
      : `machines boot release ${shortDigest(bootFile.release)}, which ${bootFilePath} names`;
  return [
    {
      message: `${what}, and release ${shortDigest(pointer.release)} is current`,
      next: 'pilotlight deploy mends it',
    },
  ];
}

function servedProblems(served: StorageHealth['served']): Problem[] {
  if (served?.problem === undefined) return [];
  return [
    {
      message: served.problem,
      next: 'see that the HTTP server runs, that its root leads to the storage, and that router.url is right',
    },
  ];
}

function notesOf({ pointer, pointerProblems, folders, parts, lock }: StorageState): string[] {
  return [
    ...(pointer === undefined ? [] : pointerProblems.map((problem) => `pointer: ${problem}`)),
    ...folders
      .filter(({ seal }) => seal === undefined)
      .map(({ path }) => `${storedName(path)} is not whole: an upload that did not end, or damage`),
    ...parts.map(({ path, size }) => `${storedName(path)} did not end: ${byteSize(size)} are there`),
    ...(lock?.verdict === 'stale' ? ['the lock was left behind: the next run takes it over'] : []),
  ];
}
