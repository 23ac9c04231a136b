import type { Survey } from '../../ports/storage.ts';
import { type Digest, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { bootFilePath } from '../../shared/storageLayout.ts';
import { bootFileText } from '../bootFile.ts';
import type { Pointer } from '../plan/state.ts';
import { type IsWhole, nextSlot } from '../pointer.ts';
import { attempt } from './attempt.ts';
import { bootFileProblem, pointerProblem, serveIt } from './httpCheck.ts';
import { putFolder } from './putServed.ts';
import type { Run } from './run.ts';
import type { HttpCheck } from './tools.ts';

/** What a switch starts from. */
export interface SwitchRequest {
  readonly slots: Survey['slots'];
  /** Which releases are sealed. */
  readonly isWhole: IsWhole;
  readonly release: Digest;
  readonly check?: HttpCheck | undefined;
}

/**
 * Makes a release the one that machines boot, and looks whether they are served so. Where they are not, the release that was current before
 * becomes it again, and a Failure says so.
 */
export async function switchPointer(run: Run, request: SwitchRequest): Promise<Pointer> {
  const { slots, isWhole, release, check } = request;
  const before = run.standing.pointer;
  const written = await write(run, slots, isWhole, release);
  if (check === undefined) return written.pointer;
  const problem = await switchProblem(check, run, written.pointer);
  if (problem === undefined) return written.pointer;
  const unseen = `the pointer names release ${shortDigest(release)}, but machines are not served so: ${problem}`;
  const next = { next: serveIt(check) };
  if (before === undefined || before.release === release) {
    throw new Failure('world', `${unseen}; there is no earlier release to switch back to`, next);
  }
  await write(run, written.slots, isWhole, before.release, before);
  throw new Failure('world', `${unseen}; it was switched back`, next);
}

/**
 * Makes the boot file of static mode name the release that the pointer names already: a run was cut off between the two. Looks whether
 * machines get it.
 */
export async function followPointer(
  run: Run,
  pointer: Pointer,
  check: HttpCheck | undefined,
): Promise<Pointer> {
  const { standing } = run;
  standing.switching(pointer.release);
  await writeBootFile(run, pointer.release);
  standing.switched(pointer);
  const problem = check === undefined ? undefined : await switchProblem(check, run, pointer);
  if (check === undefined || problem === undefined) return pointer;
  const unseen = `the boot file names release ${shortDigest(pointer.release)}, but machines are not served so`;
  throw new Failure('world', `${unseen}: ${problem}`, { next: serveIt(check) });
}

async function switchProblem(
  check: HttpCheck,
  { tools, settings }: Run,
  pointer: Pointer,
): Promise<string | undefined> {
  const problem = await pointerProblem(check, tools, pointer);
  if (problem !== undefined || settings.bootFile !== true) return problem;
  return bootFileProblem(check, tools, pointer.release);
}

async function writeBootFile(run: Run, release: Digest): Promise<void> {
  const [folder = '', path = ''] = bootFilePath.split('/');
  await putFolder(run, folder, [{ folder, path, bytes: Buffer.from(bootFileText(release)) }]);
}

/** Writes the pointer, then the boot file: readers of either get a release that is whole, and a run that is cut off between is mended. */
async function write(
  run: Run,
  slots: Survey['slots'],
  isWhole: IsWhole,
  release: Digest,
  before?: Pointer,
): Promise<{ readonly pointer: Pointer; readonly slots: Survey['slots'] }> {
  const { tools, handle, standing, settings } = run;
  const { slot, text, expectedOther, pointer } = nextSlot(slots, isWhole, release, before);
  tools.onEvent?.({ stage: 'switch', subject: release });
  standing.switching(release);
  if (!(await attempt(tools, () => tools.storage.writeSlot(handle, slot, text, expectedOther)))) {
    standing.kept();
    throw new Failure('world', 'the pointer was changed by something else while this run had the lock', {
      next: 'look at pilotlight status, and run the same command again',
    });
  }
  if (settings.bootFile === true) await writeBootFile(run, release);
  standing.switched(pointer);
  return { pointer, slots: slot === 0 ? [text, slots[1]] : [slots[0], text] };
}
