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
  const read = readSlots(slots);
  return {
    pointer: currentSlot(read, isWhole)?.said,
    problems: [...read.flatMap((slot) => slotProblem(slot, isWhole) ?? []), ...pairProblem(read)],
  };
}

/**
 * What to write, and where, so that a release becomes current. The slot that holds the current pointer is never the one, so a write that is
 * cut off changes nothing; and the new sequence number surpasses all that are there.
 *
 * @param before where a switch is taken back: the pointer that it was made from, so that `previous` is what it was too
 */
export function nextSlot(
  slots: Survey['slots'],
  isWhole: IsWhole,
  release: Digest,
  before?: Pointer,
): { slot: 0 | 1; text: string; expectedOther: string | undefined; pointer: Pointer } {
  const [a, b] = readSlots(slots);
  const current = currentSlot([a, b], isWhole);
  const slot = current === undefined ? poorest(a, b) : other(current.index);
  const kept = before ?? current?.said;
  const pointer = {
    sequence: Math.max(sequenceOf(a), sequenceOf(b)) + 1,
    release,
    previous: kept?.release === release ? kept.previous : kept?.release,
  };
  if (!Number.isSafeInteger(pointer.sequence)) throw outOfNumbers();
  return { slot, text: pointerText(pointer), expectedOther: slots[other(slot)], pointer };
}

interface Slot {
  readonly index: 0 | 1;
  readonly text: string | undefined;
  /** What it says; undefined where it is not there, torn, or was never a pointer. */
  readonly said: Pointer | undefined;
}

type Slots = readonly [Slot, Slot];

function readSlots([a, b]: Survey['slots']): Slots {
  const read = (index: 0 | 1, text: string | undefined) => ({
    index,
    text,
    said: text === undefined ? undefined : parsePointer(text),
  });
  return [read(0, a), read(1, b)];
}

function currentSlot(slots: Slots, isWhole: IsWhole): (Slot & { readonly said: Pointer }) | undefined {
  const [first, second] = slots.flatMap((slot) =>
    slot.said !== undefined && isWhole(slot.said.release) ? [{ ...slot, said: slot.said }] : [],
  );
  if (first === undefined || second === undefined) return first;
  return second.said.sequence > first.said.sequence ? second : first;
}

/** Where nothing is current: a slot that says nothing, else the older one. */
function poorest(a: Slot, b: Slot): 0 | 1 {
  return sequenceOf(b) < sequenceOf(a) ? 1 : 0;
}

function sequenceOf({ said }: Slot): number {
  return said?.sequence ?? 0;
}

function other(slot: 0 | 1): 0 | 1 {
  return slot === 0 ? 1 : 0;
}

function slotProblem({ index, text, said }: Slot, isWhole: IsWhole): string | undefined {
  if (text === undefined) return undefined;
  if (said === undefined) return `${slotPaths[index]} ${damage(text)}`;
  if (isWhole(said.release)) return undefined;
  return `${slotPaths[index]} names release ${shortDigest(said.release)}, which is not there or not whole`;
}

function damage(text: string): string {
  if (text === '') return 'is empty';
  if (!text.startsWith('pilotlight-pointer 1 ')) return 'holds something that is no pointer';
  return text.endsWith('\n')
    ? 'is damaged: its checksum is wrong, or more follows it'
    : 'is torn: its line has no end';
}

/** What is odd about two slots that are valid by themselves. */
function pairProblem([a, b]: Slots): string[] {
  if (a.said === undefined || b.said === undefined) return [];
  const [first, second] = [a.said.sequence, b.said.sequence];
  if (first === second) return [`both slots have the sequence number ${first}: ${slotPaths[0]} counts`];
  if (Math.abs(first - second) === 1) return [];
  const older = slotPaths[first < second ? 0 : 1];
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  return [`${older} is stale: it has the sequence number ${low}, and the other ${high}`];
}

function outOfNumbers(): Failure {
  return new Failure('world', 'the pointer has the highest sequence number that there is', {
    next: `remove ${slotPaths.join(' and ')} from the storage, and deploy again`,
  });
}
