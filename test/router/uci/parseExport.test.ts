import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseExport } from '../../../src/router/uci/parseExport.ts';
import type { UciValue } from '../../../src/router/uci/section.ts';
import { printExport } from '../../fakes/printExport.ts';
import { findTool, requireTool } from '../../tools/tools.ts';
import { liveConfig } from './arbitrary.ts';
import { realUci } from './realUci.ts';

/** The options of the only section of a text. */
function options(text: string): Record<string, UciValue> {
  const { value, problems } = parseExport(`config a\n${text}`, 'dhcp');
  expect(problems).toEqual([]);
  return Object.fromEntries(value[0]?.sections[0]?.options ?? []);
}

describe('what somebody wrote by hand', () => {
  test.each<[string, Record<string, UciValue>]>([
    ["\toption a 'it'\\''s'", { a: "it's" }],
    ['option a "x\\"y\\\\z"', { a: 'x"y\\z' }],
    ['option a plain', { a: 'plain' }],
    ['option a plain # comment', { a: 'plain' }],
    ["option a 'x'#comment", { a: 'x' }],
    ['option a one#two', { a: 'one' }],
    ["option a '# no comment'", { a: '# no comment' }],
    ['option a one\\ two', { a: 'one two' }],
    ['option a one\\\ntwo', { a: 'onetwo' }],
    ["option a 'one\ntwo'", { a: 'one\ntwo' }],
    ["option a 'b'; option c d", { a: 'b', c: 'd' }],
    ['option a b ;option c d', { a: 'b', c: 'd' }],
    ['option a b; nothing of this', { a: 'b' }],
    ['  option\ta\tb\r', { a: 'b' }],
    ["option a ''", {}],
    ["option a b\noption a ''", { a: 'b' }],
    ['option a b\noption a c', { a: 'c' }],
    ['list a b\nlist a c', { a: ['b', 'c'] }],
    ["list a b\nlist a ''", { a: ['b', ''] }],
    ['option a b\nlist a c', { a: ['b', 'c'] }],
    ['list a b\noption a c', { a: 'c' }],
    ['o a b\nl c d', { a: 'b', c: ['d'] }],
    ['', {}],
  ])('%j', (text, expected) => {
    expect(options(text)).toEqual(expected);
    const tool = findTool('uci');
    if (tool === undefined) return;
    const uci = realUci(tool);
    try {
      uci.write('dhcp', `config a\n${text}\n`);
      const real = parseExport(uci.export('dhcp'));
      expect(Object.fromEntries(real.value[0]?.sections[0]?.options ?? [])).toEqual(expected);
    } finally {
      uci.close();
    }
  });

  test('a section that is there twice goes on; sections without a name stay apart', () => {
    const { value } = parseExport(
      "config a 'x'\noption p 1\nconfig b\nconfig b\nconfig a x\noption q 2\n",
      'dhcp',
    );
    expect(value[0]?.sections.map(({ type, name, options: all }) => [type, name, [...all]])).toEqual([
      [
        'a',
        'x',
        [
          ['p', '1'],
          ['q', '2'],
        ],
      ],
      ['b', undefined, []],
      ['b', undefined, []],
    ]);
  });

  test('several packages', () => {
    const { value } = parseExport('package dhcp\n\nconfig a\n\npackage up-net\nconfig b\n');
    expect(value.map(({ name, sections }) => [name, sections.length])).toEqual([
      ['dhcp', 1],
      ['up-net', 1],
    ]);
  });
});

describe('what uci refuses is told with its line', () => {
  test.each([
    ["config a\n\noption b 'c", "line 3: a value that begins with ' never ends"],
    ['option a b', 'line 1: it belongs to no section'],
    ['config a\nfoo bar', 'line 2: "foo" is neither package, config, option nor list'],
    ['config a\noption b c d', 'line 2: too many words: a value with spaces needs quotes'],
    ['config a b c', 'line 1: too many words: a value with spaces needs quotes'],
    ["config a 'b-c'", 'line 1: "b-c" is no name of a section'],
    ['config', 'line 1: "" is no type of a section'],
    ['config a x\nconfig b x', 'line 2: the section x is of the type a already'],
    ["config a\noption 'b c' d", 'line 2: "b c" is no name of an option'],
    ['package a\npackage a', 'line 2: the package a is there twice'],
    ["config a\noption b 'x\ny'\nlist", 'line 4: "" is no name of an option'],
  ])('%j', (text, problem) => {
    expect(parseExport(text, 'dhcp').problems).toEqual([problem]);
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.stringMatching(/^(config|option|list|package|'|"|\\|;|#| |\n|a){0,30}$/),
        (a, b) => {
          parseExport(a, 'dhcp');
          parseExport(b, 'dhcp');
        },
      ),
    );
  });
});

test('what is printed reads as it was', () => {
  fc.assert(
    fc.property(liveConfig, (live) => {
      const { value, problems } = parseExport(live.map(printExport).join(''));
      expect(problems).toEqual([]);
      expect(value).toEqual(live);
    }),
  );
});

describe('the real uci', () => {
  const tool = findTool('uci');
  const uci = tool === undefined ? undefined : realUci(tool);
  afterAll(() => uci?.close());

  test('prints what we print', (context) => {
    requireTool('uci', context);
    fc.assert(
      fc.property(liveConfig, ([dhcp]) => {
        const text = printExport(dhcp ?? { name: 'dhcp', sections: [] });
        uci?.write('dhcp', text);
        expect(uci?.export('dhcp')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  test('reads files as we do, and refuses what we find a problem in', (context) => {
    requireTool('uci', context);
    const piece = fc.constantFrom(
      'config a',
      'config',
      "config b 'x'",
      'option',
      'list',
      ' a',
      ' \'q"',
      "'",
      '"',
      '\\',
      '\n',
      '\n',
      '\n',
      ';',
      '#',
      ' b',
      " 'c d'",
      ' p',
      '\t',
      '\r\n',
      ' x_y',
      " ''",
      'zz',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = `config a\n${pieces.join('')}\n`;
        const { value, problems } = parseExport(text, 'dhcp');
        uci?.write('dhcp', text);
        const told = uci?.export('dhcp') ?? '';
        if (told.includes(': Parse error') || problems.length > 0) {
          expect([told.includes(': Parse error'), problems.length > 0, text]).toEqual([true, true, text]);
        } else expect(told).toBe(printExport(value[0] ?? { name: 'dhcp', sections: [] }));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
