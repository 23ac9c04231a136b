import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shAssignments, shQuote } from '../../src/shared/shQuote.ts';
import { requireTool } from '../tools/tools.ts';

const shells = [
  ['dash', 'dash', []],
  ['busybox ash', 'busybox', ['ash']],
] as const;

// Processes get bytes, so texts are those that UTF-8 can hold, without NUL, which no process can be given.
const nasty = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        "'",
        '"',
        '\\',
        '$',
        '`',
        '(',
        ')',
        '\n',
        '\r',
        ' ',
        '!',
        '#',
        '&',
        ';',
        '=',
        'a',
      ),
    }),
  )
  .filter((text) => !text.includes('\0'));

describe.each(shells)('%s', (_, tool, first) => {
  const run = (program: string, script: string) => {
    const { status, stdout, stderr } = spawnSync(program, [...first, '-eu', '-s'], {
      input: script,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout;
  };

  test('takes any text as one word', (context) => {
    const program = requireTool(tool, context);
    fc.assert(
      fc.property(fc.array(nasty), (texts) => {
        const words = texts.map(shQuote).join(' ');
        const script = `set -- ${words}\nprintf '%s\\n' "$#"\nfor each in "$@"; do printf '%s\\n.\\n' "$each"; done\n`;
        const expected = `${texts.length}\n${texts.map((text) => `${text}\n.\n`).join('')}`;
        expect(run(program, script)).toBe(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('reads assignments and runs nothing', (context) => {
    const program = requireTool(tool, context);
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const script = `${shAssignments({ ONE: one, TWO: two })}printf '%s\\n.\\n%s\\n' "$ONE" "$TWO"\n`;
        expect(run(program, script)).toBe(`${one}\n.\n${two}\n`);
      }),
      { numRuns: 60 },
    );
  });
});

test('NUL is left out', () => expect(shQuote("a\0'b")).toBe(String.raw`'a'\''b'`));
