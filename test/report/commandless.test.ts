import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandless } from '../../src/report/commandless.ts';
import { jsonText } from '../../src/report/jsonText.ts';
import { yamlFlow } from '../../src/report/yamlFlow.ts';

/** Whether a runner takes one of the lines for a command, as its ActionCommand does: by `::` at the start, or by `##[` anywhere. */
function hasCommand(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => /^::.*::/s.test(line.trimStart()) || line.includes('##['));
}

describe('commandless', () => {
  test.each([
    ['::add-mask::x', ':<U+003A>add-mask::x'],
    ['a\n  \t::stop-commands::x\nb', 'a\n  \t:<U+003A>stop-commands::x\nb'],
    ['\n\n::debug::', '\n\n:<U+003A>debug::'],
    ['a ##[add-matcher]x', 'a ##<U+005B>add-matcher]x'],
    ['::::', ':<U+003A>::'],
  ])('%j', (text, harmless) => {
    expect(commandless(text)).toBe(harmless);
  });

  test.each(['::1 localhost', 'fd00::1 and fd00::2', 'PL1204  a::b::c', '# [x]', '##x'])(
    '%j stays as it is',
    (text) => {
      expect(commandless(text)).toBe(text);
    },
  );

  test('nothing passes for a command', () => {
    const parts = fc.constantFrom(
      ':',
      '::',
      '##[',
      '#',
      '[',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u00a0',
      '\u2028',
      'a',
      ']',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (text) => {
        expect(hasCommand(commandless(text.join('')))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

test('JSON and YAML escape it, and mean the same', () => {
  const value = '##[add-mask]x ###[';
  expect(jsonText(value)).not.toContain('##[');
  expect(JSON.parse(jsonText(value))).toBe(value);
  expect(yamlFlow(value)).not.toContain('##[');
  expect(parse(yamlFlow(value))).toBe(value);
});
