import { describe, expect, test } from 'vitest';
import type { Pointer } from '../../../src/inventory/model/provenance.ts';
import { read } from './read.ts';

function locate(text: string, pointer: Pointer, what?: 'value' | 'key'): string {
  const place = read(text).value?.locate(pointer, what);
  return `${place?.line}:${place?.column}-${place?.endColumn}`;
}

const text = 'a:\n  b: &x {c: 1}\n  d: [x, {<<: *x, e: 2}]\n  f:\nlist:\n  - name: one\n    deep: yes\n';

describe('locate', () => {
  test.each<[string, Pointer, 'value' | 'key', string]>([
    ['a value', ['list', 0, 'name'], 'value', '6:11-14'],
    ['a key', ['list', 0, 'name'], 'key', '6:5-9'],
    ['a value in flow style', ['a', 'b', 'c'], 'value', '2:13-14'],
    ['a mapping in block style: its first key', ['a'], 'value', '2:3-4'],
    ['a mapping in flow style', ['a', 'b'], 'value', '2:9-15'],
    ['the key of an item: the item', ['a', 'd', 0], 'key', '3:7-8'],
    ['what a merge key brings, where it is written', ['a', 'd', 1, 'c'], 'value', '2:13-14'],
    ['a key without value', ['a', 'f'], 'value', '4:3-4'],
    ['a missing key: the key of what should hold it', ['a', 'z'], 'value', '1:1-2'],
    ['a missing key of an item', ['list', 0, 'z'], 'key', '6:5-9'],
    ['a missing key deep down', ['a', 'z', 'y', 3], 'value', '1:1-2'],
    ['an index too far', ['a', 'd', 7], 'value', '3:3-4'],
    ['the root', [], 'value', '1:1-2'],
    ['a missing key of the root', ['zz'], 'key', '1:1-2'],
  ])('%s', (_name, pointer, what, expected) => {
    expect(locate(text, pointer, what)).toBe(expected);
  });

  test('columns count UTF-16 units, and Windows line ends do not count', () => {
    expect(locate('a: x\r\n"😀": { b: [é, "𝕏", c] }\r\n', ['😀', 'b', 2])).toBe('2:22-23');
  });

  test('a byte order mark does not count', () => {
    expect(locate('\ufeffa: x\n', ['a'])).toBe('1:4-5');
  });

  test('a text of several lines is underlined on its first', () => {
    expect(locate('a: "one\n  two"\n', ['a'])).toBe('1:4-8');
    expect(locate('a: |  \n  two\n', ['a'])).toBe('1:4-5');
  });

  test('answers about several documents in turn', () => {
    const one = read('a: 1\n').value;
    const two = read('\n\nb: 1\n').value;
    expect([one, two, one].map((document) => document?.locate(['a']).line)).toEqual([1, 3, 1]);
  });

  test('an alias: the place of the alias, and inside of it that of the anchor', () => {
    expect(locate('a: &x {b: 1}\nc: *x\n', ['c'])).toBe('2:4-6');
    expect(locate('a: &x {b: 1}\nc: *x\n', ['c', 'b'])).toBe('1:11-12');
  });
});
