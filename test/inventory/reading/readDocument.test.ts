import { describe, expect, test } from 'vitest';
import { maxBytes } from '../../../src/inventory/reading/limits.ts';
import { data, found, read } from './read.ts';

describe('what is fine', () => {
  test('YAML 1.2: `yes` and `0644` are what they look like', () => {
    expect(data('a: yes\nb: 0644\nc: 0o17\nd: ~\ne: "0644"\n')).toEqual({
      a: 'yes',
      b: 644,
      c: 15,
      d: null,
      e: '0644',
    });
  });

  test('anchors, aliases and merge keys', () => {
    expect(data('a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: *x\n')).toEqual({
      a: { b: 1, c: 2 },
      d: { b: 1, c: 3 },
      e: { b: 1, c: 2 },
    });
  });

  test('many aliases of one anchor', () => {
    expect(data(`a: &x 1\nb: [${Array(900).fill('*x').join(', ')}]\n`)).toHaveProperty('b.length', 900);
  });

  test('a byte order mark and Windows line ends', () => {
    expect(data('\ufeffa: 1\r\nb:\r\n  - x\r\n')).toEqual({ a: 1, b: ['x'] });
  });

  test('tags of the core schema, tabs behind values, and brackets in texts', () => {
    expect(data(`a: !!str 12\t# twelve\nb: |\n${'  [[{{\n'.repeat(200)}`)).toMatchObject({ a: '12' });
  });

  test('a hundred thousand keys, in time that grows with their number', () => {
    const lines = Array.from({ length: 90_000 }, (_, index) => `k${index}: v`);
    expect(Object.keys(data(lines.join('\n')) as object)).toHaveLength(90_000);
  });

  test('a key named __proto__ is a key', () => {
    expect(Object.keys(data('__proto__: {a: 1}\n') as object)).toEqual(['__proto__']);
  });
});

describe('what is found', () => {
  test.each([
    ['PL1001', 'syntax errors, all of them', 'a: [1\nb: 2\nc: d: e\n', ['PL1001 2:1', 'PL1001 3:4']],
    ['PL1001', 'an open quote', 'a: "x\n', ['PL1001 2:1']],
    ['PL1002', 'a duplicate key', 'a: 1\nb:\n  c: 1\n  c: 2\na: 2\n', ['PL1002 5:1', 'PL1002 4:3']],
    ['PL1002', 'a key that is the same in another way of writing', '"a": 1\na: 2\n', ['PL1002 2:1']],
    ['PL1003', 'a tab in the indentation', 'a:\n\tb: 1\n', ['PL1003 2:1']],
    ['PL1003', 'a tab behind spaces', 'a:\n  b: 1\n \tc: 2\n', ['PL1003 3:2']],
    ['PL1005', 'a NUL', 'a: 1\nb: x\u0000\n', ['PL1005 2:5']],
    ['PL1005', 'a carriage return alone', 'a: 1\rb: 2\n', ['PL1005 1:5']],
    ['PL1006', 'a large file', `a: ${'x'.repeat(maxBytes)}`, ['PL1006 1:1']],
    ['PL1007', 'ten thousand brackets', `a: ${'['.repeat(10_000)}`, ['PL1007 1:102']],
    ['PL1007', 'ten thousand hyphens', `${'- '.repeat(10_000)}a`, ['PL1007 1:199']],
    ['PL1007', 'ten thousand question marks', `${'? '.repeat(10_000)}a`, ['PL1007 1:199']],
    [
      'PL1007',
      'indented blocks',
      Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      ['PL1007 100:100'],
    ],
    ['PL1008', 'an alias without an anchor', 'a: *b\nb: &b 1\n', ['PL1008 1:4']],
    ['PL1008', 'an alias inside of its anchor', 'a: &a [1, *a]\n', ['PL1008 1:11']],
    ['PL1009', 'too many aliases', `a: &x 1\nb: [${'*x, '.repeat(1001)}]\n`, ['PL1009 2:4005']],
    ['PL1010', 'a foreign tag', 'a: !vault x\nb: !!binary aGk=\n', ['PL1010 1:11', 'PL1010 2:13']],
    ['PL1011', 'a template that is not in quotes', 'a: {{ node.name }}\n', ['PL1011 1:5']],
    ['PL1011', 'no key at all', 'a: 1\n: 2\n', ['PL1011 2:1']],
    ['PL1012', 'two documents', 'a: 1\n---\nb: 2\n', ['PL1012 2:1']],
    ['PL1013', 'a list', '# x\n- a\n', ['PL1013 2:1']],
    ['PL1013', 'one text', 'domain:lab\n', ['PL1013 1:1']],
    [
      'PL1015',
      'a merge of a text',
      'a: &x 1\nb: {<<: *x}\nc: {<<: [{}, y]}\nd:\n  <<:\n',
      ['PL1015 2:9', 'PL1015 3:9', 'PL1015 5:6'],
    ],
    ['PL1014', 'nothing', '', ['PL1014 1:1']],
    ['PL1014', 'only comments', '# later\n---\n', ['PL1014 1:1']],
  ])('%s: %s', (_code, _name, text, places) => {
    expect(found(text)).toEqual(places);
  });

  test('PL1004: bytes that are not UTF-8, at the first of them', () => {
    expect(found(Uint8Array.of(0x61, 0x3a, 0x0a, 0xc3, 0xa9, 0xff))).toEqual(['PL1004 2:2']);
    expect(found(Uint8Array.of(0x61, 0x3a, 0x20, 0xe2, 0x82))).toEqual(['PL1004 1:4']);
    expect(read(Uint8Array.of(0xff, 0xfe, 0x61, 0x00)).findings[0]?.message).toContain('UTF-16');
  });

  test('PL1009: a billion laughs', () => {
    const levels = [...'bcdefghi'].map(
      (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`)}]`,
    );
    expect(found(`a: &a [${Array(10).fill('x')}]\n${levels.join('\n')}\n`)).toEqual(['PL1009 1:1']);
  });

  test('the first place of a duplicate key is told, and the rest of the file is still read', () => {
    const { value, findings } = read('a: 1\nb: 2\na: 3\n');
    expect(value?.value).toEqual({ a: 3, b: 2 });
    expect(findings[0]?.related).toEqual([
      { place: { file: 'inventory/site.yaml', line: 1, column: 1, endColumn: 2 }, message: 'first here' },
    ]);
  });

  test('an empty node file is told what a node needs', () => {
    expect(read('', 'inventory/nodes/a.yaml').findings[0]?.hint).toContain('`macs` and `address`');
  });

  test('messages stay short, whatever stands in the file', () => {
    for (const text of [
      `!${'x'.repeat(100_000)} a`,
      `{${'"y" '.repeat(20_000)}`,
      `${'k'.repeat(900)}: 1\n`.repeat(2),
    ]) {
      for (const { message } of read(text).findings) expect(message.length).toBeLessThan(200);
    }
  });

  test('findings of one file are limited', () => {
    expect(found('a: 1\n'.repeat(5000))).toHaveLength(50);
    expect(found(`a: [\n${' ,\n'.repeat(5000)}`)).toHaveLength(50);
  });
});
