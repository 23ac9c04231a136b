import type { Survey } from '../ports/storage.ts';
import { type Digest, isDigest, shortDigest } from '../shared/digest.ts';
import { Failure } from '../shared/failure.ts';
import { slotPaths } from '../shared/storageLayout.ts';
import type { Pointer } from './plan/state.ts';
import { parseCount, parseRecord, recordLine } from './record.ts';

/** Whether a release is there and sealed. */
export type IsWhole = (release: Digest) => boolean;

/** What a slot's file holds. */
export function pointerText({ sequence, release, previous }: Pointer): string {
  return recordLine('pointer', [`${sequence}`, release, previous ?? '']);
}

/** What a slot says; undefined where it is torn or was never a pointer. */
export function parsePointer(text: string): Pointer | undefined {
  const record = parseRecord('pointer', text);
  if (record?.length !== 3) return undefined;
  const [first = '', release = '', previous = ''] = record;
  const sequence = parseCount(first);
  if (sequence === undefined || sequence === 0 || !isDigest(release)) return undefined;
  if (previous !== '' && !isDigest(previous)) return undefined;
  return { sequence, release, previous: previous === '' ? undefined : previous };
}

/** The release that machines boot: of the slots that are valid and name a release that is whole, the newest; of two equals slot a. */
export function readPointer(
  slots: Survey['slots'],
  isWhole: IsWhole,
): { pointer: Pointer | undefined; problems: readonly string[] } {
  const current = currentSlot(slots, isWhole);
  return { pointer: current?.pointer, problems: [...slotProblems(slots, isWhole), ...pairProblems(slots)] };
}

/**
 * What to write, and where, so that a release becomes current. The slot that holds the current pointer is never the one, so a write that is
 * cut off changes nothing; and the new sequence number surpasses all that are there.
 */
export function nextSlot(
  slots: Survey['slots'],
  isWhole: IsWhole,
  release: Digest,
): { slot: 0 | 1; text: string; expectedOther: string | undefined; pointer: Pointer } {
  const current = currentSlot(slots, isWhole);
  const slot = current === undefined ? poorestSlot(slots) : other(current.slot);
  const pointer = {
    sequence: highestSequence(slots) + 1,
    release,
    previous: current?.pointer.release === release ? current.pointer.previous : current?.pointer.release,
  };
  if (!Number.isSafeInteger(pointer.sequence)) throw outOfNumbers();
  return { slot, text: pointerText(pointer), expectedOther: slots[other(slot)], pointer };
}

function currentSlot(
  slots: Survey['slots'],
  isWhole: IsWhole,
): { readonly slot: 0 | 1; readonly pointer: Pointer } | undefined {
  const [a, b] = slots.map((text) => {
    const pointer = text === undefined ? undefined : parsePointer(text);
    return pointer !== undefined && isWhole(pointer.release) ? pointer : undefined;
  });
  if (a !== undefined && (b === undefined || a.sequence >= b.sequence)) return { slot: 0, pointer: a };
  return b === undefined ? undefined : { slot: 1, pointer: b };
}

/** Where nothing is current: a slot that says nothing, else the older one. */
function poorestSlot(slots: Survey['slots']): 0 | 1 {
  return sequenceOf(slots[1]) < sequenceOf(slots[0]) ? 1 : 0;
}

function highestSequence(slots: Survey['slots']): number {
  return Math.max(...slots.map(sequenceOf));
}

function sequenceOf(text: string | undefined): number {
  return (text === undefined ? undefined : parsePointer(text)?.sequence) ?? 0;
}

function other(slot: 0 | 1): 0 | 1 {
  return slot === 0 ? 1 : 0;
}

function slotProblems(slots: Survey['slots'], isWhole: IsWhole): string[] {
  return slots.flatMap((text, slot) => {
    const problem = text === undefined ? undefined : slotProblem(text, isWhole);
    return problem === undefined ? [] : [`${slotPaths[slot]} ${problem}`];
  });
}

function slotProblem(text: string, isWhole: IsWhole): string | undefined {
  const pointer = parsePointer(text);
  if (pointer !== undefined) {
    return isWhole(pointer.release)
      ? undefined
      : `names release ${shortDigest(pointer.release)}, which is not there or not whole`;
  }
  if (text === '') return 'is empty';
  if (!text.startsWith('pilotlight-pointer 1 ')) return 'holds something that is no pointer';
  return text.endsWith('\n') ? 'has a wrong checksum' : 'is torn: its line has no end';
}

/** What is odd about two slots that are valid by themselves. */
function pairProblems(slots: Survey['slots']): string[] {
  const [a, b] = slots.map(sequenceOf);
  if (a === undefined || b === undefined || a === 0 || b === 0) return [];
  if (a === b) return [`both slots have the sequence number ${a}: ${slotPaths[0]} counts`];
  if (Math.abs(a - b) === 1) return [];
  const older = slotPaths[a < b ? 0 : 1];
  return [`${older} is stale: it has the sequence number ${Math.min(a, b)}, and the other ${Math.max(a, b)}`];
}

function outOfNumbers(): Failure {
  return new Failure('world', 'The pointer has the highest sequence number that there is.', {
    next: `Remove ${slotPaths.join(' and ')} from the storage, and deploy again.`,
  });
}
