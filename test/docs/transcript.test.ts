import { describe, expect, test } from 'vitest';
import { split } from './markdown.ts';
import { mismatch, stepsOf } from './transcript.ts';

const block = (text: string) => ({ language: 'console', info: '', line: 1, text });

describe('stepsOf', () => {
  test('takes commands and what they print', () => {
    expect(stepsOf(block('$ a b\none\ntwo\n$ c\n'))).toEqual([
      { command: 'a b', expected: ['one', 'two'] },
      { command: 'c', expected: [] },
    ]);
  });

  test('joins a command that goes on', () => {
    expect(stepsOf(block('$ a \\\n  b\none\n'))).toEqual([{ command: 'a \\\n  b', expected: ['one'] }]);
  });

  test('refuses output of no command', () => {
    expect(() => stepsOf(block('one\n'))).toThrow('begins with no command');
  });
});

describe('mismatch', () => {
  test.each([
    [['one', 'two'], 'one\ntwo\n'],
    [['o…e'], 'one\n'],
    [['…ne'], 'one'],
    [['one', '…', 'four'], 'one\ntwo\nthree\nfour'],
    [['one', '…', 'two'], 'one\ntwo'],
    [['…', 'two', '…'], 'one\ntwo\ntwo\nthree'],
    [['a…b…c'], 'a1b2c'],
    [[], ''],
  ])('%j fits %j', (expected, output) => {
    expect(mismatch(expected, output)).toBeUndefined();
  });

  test.each([
    [['one'], 'two'],
    [['one'], 'one\ntwo'],
    [['one', 'two'], 'one'],
    [['o…e'], 'o'],
    [['ab…bc'], 'abc'],
    [['…', 'four'], 'one\ntwo'],
    [['one'], ''],
  ])('%j does not fit %j', (expected, output) => {
    expect(mismatch(expected, output)).toBeDefined();
  });
});

describe('split', () => {
  test('tells blocks from prose, and a longer fence around a shorter one', () => {
    const { blocks, prose } = split('# A\n```yaml a/b.yaml\nx: 1\n```\ntext\n````text\n```\n````\n');
    expect(blocks.map(({ language, info, text }) => [language, info, text])).toEqual([
      ['yaml', 'a/b.yaml', 'x: 1\n'],
      ['text', '', '```\n'],
    ]);
    expect(prose).toBe('# A\ntext\n');
  });

  test('refuses a block that is not closed', () => {
    expect(() => split('```\n')).toThrow('not closed');
  });
});
