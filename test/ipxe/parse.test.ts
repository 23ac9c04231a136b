import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/ipxe/parse.ts';
import { print } from '../../src/ipxe/print.ts';
import type { Script } from '../../src/ipxe/script.ts';
import { scriptText } from './scriptText.ts';

/** What a script says, without places. */
function meaning(script: Script) {
  return script.statements.map((statement) => ({
    label: statement.label?.text,
    comment: statement.comment?.text.trimEnd(),
    commands: statement.commands.map((command) => [
      command.words.map((word) => word.text),
      command.connector?.text,
    ]),
  }));
}

function commandsOf(text: string): string[][][] {
  return parse(text).statements.map(({ commands }) =>
    commands.map(({ words, connector }) => [
      ...words.map((word) => word.text),
      ...(connector === undefined ? [] : [connector.text]),
    ]),
  );
}

describe('first line', () => {
  test.each(['#!ipxe\n', '#!ipxe \n', '#!gpxe\r\n', '#!ipxe\techo'])('%j makes a script', (text) => {
    expect(parse(text).isScript).toBe(true);
  });
  test.each(['', '#!ipxe', '#!ipxes\n', ' #!ipxe\n', '\ufeff#!ipxe\n', '#!/bin/sh\n', '#! ipxe\n'])(
    '%j makes none',
    (text) => {
      expect(parse(text).isScript).toBe(false);
    },
  );
});

describe('lines', () => {
  test('a backslash continues a line only as its very last character', () => {
    expect(commandsOf('echo a \\\n  b\n')).toEqual([[['echo', 'a', 'b']]]);
    expect(commandsOf('echo a \\ \n  b\n')).toEqual([[['echo', 'a', '\\']], [['b']]]);
  });
  test('a trailing CR is dropped, before a continuation too', () => {
    expect(commandsOf('echo a\\\r\nb\r\n')).toEqual([[['echo', 'ab']]]);
  });
  test('a line that continues into nothing is unfinished', () => {
    expect(parse('echo a \\\n').statements[0]?.unfinished).toBe(true);
    expect(parse('echo a \\\n\n').statements[0]?.unfinished).toBeUndefined();
  });
  test('tokens keep their line and column across continuations', () => {
    const [statement] = parse('echo one \\\n  two').statements;
    expect(
      statement?.commands[0]?.words.map(({ line, column, endColumn }) => [line, column, endColumn]),
    ).toEqual([
      [1, 1, 5],
      [1, 6, 9],
      [2, 3, 6],
    ]);
    expect(statement?.lastLine).toBe(2);
  });
});

describe('tokens', () => {
  test('connectors stand alone', () => {
    expect(commandsOf('a || b && c ; d')).toEqual([[['a', '||'], ['b', '&&'], ['c', ';'], ['d']]]);
    expect(commandsOf('a|| b; c')).toEqual([[['a||', 'b;', 'c']]]);
  });
  test('there is no quoting', () => {
    expect(commandsOf('echo "a # b"')).toEqual([[['echo', '"a']]]);
  });
  test('a comment starts in mid-line', () => {
    const [statement] = parse('echo a #b c').statements;
    expect(statement?.comment).toMatchObject({ text: '#b c', column: 8, midLine: true });
    expect(commandsOf('echo a#b')).toEqual([[['echo', 'a#b']]]);
  });
  test('a no-break space is no white space', () => {
    expect(commandsOf('echo\u00a0a')).toEqual([[['echo\u00a0a']]]);
  });
  test('a label may be followed by a command', () => {
    const [statement] = parse('  :again echo hi').statements;
    expect(statement?.label).toMatchObject({ text: 'again', column: 3, endColumn: 9 });
    expect(statement?.commands[0]?.words.map((word) => word.text)).toEqual(['echo', 'hi']);
  });
});

describe('any text', () => {
  test('printing and parsing again gives the same script', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const script = parse(text);
        expect(meaning(parse(print(script)))).toEqual(meaning(script));
      }),
    );
  });
  test('every token stands where it says', () => {
    fc.assert(
      fc.property(scriptText, (text) => {
        const lines = text.split('\n');
        for (const { commands } of parse(text).statements) {
          for (const word of commands.flatMap(({ words }) => words)) {
            const written = lines[word.line - 1]?.slice(word.column - 1, word.endColumn - 1) ?? '';
            expect(word.text.startsWith(written.replace(/[\\\r]+$/, ''))).toBe(true);
          }
        }
      }),
    );
  });
});
