import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Pointer } from '../../src/deploy/plan/state.ts';
import { nextSlot, parsePointer, pointerText, readPointer } from '../../src/deploy/pointer.ts';
import { current, gone, good, isWhole, old, pairs, pointing, wanted } from './slots.ts';

/** What machines boot: said of the descriptions, not of the texts. */
function expected(a: Pointer | undefined, b: Pointer | undefined): Pointer | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.sequence > a.sequence ? b : a;
}

function slotOf(a: Pointer | undefined, b: Pointer | undefined): 0 | 1 {
  return b === undefined || (a !== undefined && a.sequence >= b.sequence) ? 0 : 1;
}

describe('every torn, swapped, missing or stale combination of the slots', () => {
  test('is read as the newest of those that are valid and name a release that is whole', () => {
    for (const [a, b] of pairs) {
      const { pointer } = readPointer([a.text, b.text], isWhole);
      expect(pointer, `${a.name}, ${b.name}`).toEqual(expected(a.pointer, b.pointer));
    }
    expect(pairs).toHaveLength(676);
  });

  test('leaves a slot for the next release that is not the current one, with a number above all', () => {
    for (const [a, b] of pairs) {
      const name = `${a.name}, ${b.name}`;
      const slots = [a.text, b.text] as const;
      const before = readPointer(slots, isWhole).pointer;
      const next = nextSlot(slots, isWhole, wanted);
      if (before !== undefined) expect(next.slot, name).toBe(slotOf(a.pointer, b.pointer) === 0 ? 1 : 0);
      const highest = Math.max(...[a, b].map(({ pointer, sequence }) => pointer?.sequence ?? sequence ?? 0));
      expect(next.pointer, name).toEqual(pointing(highest + 1, wanted, before?.release));
      expect(next.expectedOther, name).toBe(slots[next.slot === 0 ? 1 : 0]);
    }
  });

  test('stays what it was, or becomes the new one, wherever the write of the next slot is cut off', () => {
    const broken: string[] = [];
    let cuts = 0;
    for (const [a, b] of pairs.filter(isTelling)) {
      const slots = [a.text, b.text] as const;
      const before = readPointer(slots, isWhole).pointer;
      const next = nextSlot(slots, isWhole, wanted);
      for (const written of cutWrites(slots[next.slot] ?? '', next.text)) {
        const { pointer } = readPointer(withSlot(slots, next.slot, written), isWhole);
        const now = written === next.text ? next.pointer : before;
        if (!isDeepStrictEqual(pointer, now)) broken.push(`${a.name}, ${b.name}: ${written}`);
        cuts++;
      }
      expect(readPointer(withSlot(slots, next.slot, next.text), isWhole).pointer).toEqual(next.pointer);
    }
    expect(broken).toEqual([]);
    expect(cuts).toBeGreaterThan(150_000);
  });
});

/** Two slots that say nothing are all alike but for what lies in them. */
function isTelling([a, b]: (typeof pairs)[number]): boolean {
  return a.pointer !== undefined || b.pointer !== undefined || a.name === 'missing';
}

/** What may be in a slot after a write in place that was cut off: a beginning alone, over the old content, or before unwritten blocks. */
function* cutWrites(content: string, text: string): Generator<string> {
  for (let length = 0; length <= text.length; length++) {
    const written = text.slice(0, length);
    yield written;
    if (length > 0) yield written + content.slice(length);
    yield written.padEnd(text.length, '\0');
  }
}

function withSlot(
  [a, b]: readonly [string | undefined, string | undefined],
  slot: 0 | 1,
  text: string,
): [string | undefined, string | undefined] {
  return slot === 0 ? [text, b] : [a, text];
}

describe('the next slot', () => {
  test('is slot a on a storage that has none', () => {
    const next = nextSlot([undefined, undefined], isWhole, wanted);
    expect(next).toEqual({
      slot: 0,
      text: pointerText(pointing(1, wanted)),
      expectedOther: undefined,
      pointer: pointing(1, wanted),
    });
  });

  test('is one that says nothing before one that names a release that is gone', () => {
    const lost = pointerText(pointing(9, gone));
    expect(nextSlot([lost, undefined], isWhole, wanted)).toMatchObject({
      slot: 1,
      pointer: { sequence: 10 },
    });
    expect(nextSlot(['torn', lost], isWhole, wanted)).toMatchObject({ slot: 0, pointer: { sequence: 10 } });
    expect(nextSlot([lost, pointerText(pointing(4, gone))], isWhole, wanted).slot).toBe(1);
  });

  test('keeps where to roll back to when the same release is switched to again', () => {
    expect(nextSlot([good, undefined], isWhole, current).pointer).toEqual(pointing(8, current, old));
  });

  test('goes to and fro', () => {
    let slots: readonly [string | undefined, string | undefined] = [undefined, undefined];
    for (let sequence = 1; sequence < 20; sequence++) {
      const release = sequence % 2 === 0 ? current : old;
      const next = nextSlot(slots, isWhole, release);
      expect([next.slot, next.pointer.sequence]).toEqual([(sequence + 1) % 2, sequence]);
      slots = withSlot(slots, next.slot, next.text);
      expect(readPointer(slots, isWhole)).toEqual({ pointer: next.pointer, problems: [] });
    }
  });

  test('fails where no number is left, and says what to do', () => {
    const last = pointerText(pointing(Number.MAX_SAFE_INTEGER, current));
    expect(() => nextSlot([last, undefined], isWhole, wanted)).toThrow('highest sequence number');
  });
});

describe('problems of the slots, in words', () => {
  const problems = (a: string | undefined, b: string | undefined) => readPointer([a, b], isWhole).problems;

  test('none are none', () => {
    expect(problems(undefined, undefined)).toEqual([]);
    expect(problems(good, undefined)).toEqual([]);
    expect(problems(pointerText(pointing(8, old)), good)).toEqual([]);
  });

  test.each([
    ['', 'state/current.b is empty'],
    ['hello\n', 'state/current.b holds something that is no pointer'],
    [good.slice(0, 60), 'state/current.b is torn: its line has no end'],
    [good.replace(' 7 ', ' 9 '), 'state/current.b is damaged: its checksum is wrong, or more follows it'],
    [
      pointerText(pointing(8, gone)),
      `state/current.b names release ${gone.slice(0, 12)}, which is not there or not whole`,
    ],
    [pointerText(pointing(7, old)), 'both slots have the sequence number 7: state/current.a counts'],
    [
      pointerText(pointing(3, old)),
      'state/current.b is stale: it has the sequence number 3, and the other 7',
    ],
  ])('%j: %s', (text, problem) => {
    expect(problems(good, text)).toEqual([problem]);
  });
});

test('a pointer comes back as it was', () => {
  for (const pointer of [pointing(1, current), pointing(7, current, old)]) {
    expect(parsePointer(pointerText(pointer))).toEqual(pointer);
  }
});
