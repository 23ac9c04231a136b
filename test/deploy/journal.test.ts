import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { journalLine, measuredRate, parseJournal } from '../../src/deploy/journal.ts';
import type { JournalEntry } from '../../src/deploy/plan/state.ts';
import { sha256 } from '../../src/shared/digest.ts';

const entry: JournalEntry = {
  event: 'deployed',
  at: 1_700_000_000,
  who: 'louis@laptop',
  release: sha256('one'),
  bytes: 10_000_000,
  seconds: 2.5,
};

describe('a journal', () => {
  test('comes back as it was', () => {
    const entries: JournalEntry[] = [entry, { event: 'collected', at: 0, who: 'x\ny\u{2028}' }];
    const lines = entries.map(journalLine);
    for (const line of lines) expect(line).not.toMatch(/\n/);
    expect(parseJournal(lines)).toEqual(entries);
  });

  test('leaves out what says nothing, and keeps the rest', () => {
    const line = journalLine(entry);
    const odd = [
      '',
      'null',
      '[]',
      '7',
      '{}',
      line.slice(0, -1),
      `${line}x`,
      line.replace('deployed', 'toString'),
      '['.repeat(4000),
      line.replace('1700000000', '-1'),
    ];
    expect(parseJournal([...odd, line])).toEqual([entry]);
    expect(
      parseJournal([`{"event":"verified","at":1,"who":"x","release":"..","bytes":-1,"seconds":"2"}`]),
    ).toEqual([{ event: 'verified', at: 1, who: 'x' }]);
  });

  test('takes any garbage', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.json())), (lines) => {
        expect(measuredRate(parseJournal(lines))).toBeUndefined();
      }),
    );
  });
});

describe('the rate of uploads', () => {
  test('is that of the last one that was worth measuring', () => {
    const small = { ...entry, bytes: 1000 };
    expect(
      measuredRate([{ ...entry, seconds: 1 }, entry, small, { event: 'rolledBack', at: 1, who: 'x' }]),
    ).toBe(4_000_000);
    expect(measuredRate([small, { ...entry, seconds: 0 }])).toBeUndefined();
    expect(measuredRate([])).toBeUndefined();
  });
});
