import type { Survey } from '../../ports/storage.ts';
import { type Digest, shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { Pointer } from '../plan/state.ts';
import { type IsWhole, nextSlot } from '../pointer.ts';
import { attempt } from './attempt.ts';
import { pointerProblem, serveIt } from './httpCheck.ts';
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
  const problem = await pointerProblem(check, run.tools, written.pointer);
  if (problem === undefined) return written.pointer;
  const unseen = `the pointer names release ${shortDigest(release)}, but machines are not served so: ${problem}`;
  const next = { next: serveIt(check) };
  if (before === undefined || before.release === release) {
    throw new Failure('world', `${unseen}; there is no earlier release to switch back to`, next);
  }
  await write(run, written.slots, isWhole, before.release);
  throw new Failure('world', `${unseen}; it was switched back`, next);
}

async function write(
  { tools, handle, standing }: Run,
  slots: Survey['slots'],
  isWhole: IsWhole,
  release: Digest,
): Promise<{ readonly pointer: Pointer; readonly slots: Survey['slots'] }> {
  const { slot, text, expectedOther, pointer } = nextSlot(slots, isWhole, release);
  tools.onEvent?.({ stage: 'switch', subject: release });
  standing.switching(release);
  if (!(await attempt(tools, () => tools.storage.writeSlot(handle, slot, text, expectedOther)))) {
    standing.kept();
    throw new Failure('world', 'the pointer was changed by something else while this run had the lock', {
      next: 'look at pilotlight status, and run the same command again',
    });
  }
  standing.switched(pointer);
  return { pointer, slots: slot === 0 ? [text, slots[1]] : [slots[0], text] };
}
