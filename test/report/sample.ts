import fc from 'fast-check';
import type { TextOptions } from '../../src/report/text.ts';
import type { Code } from '../../src/shared/catalogue.ts';
import { type Finding, finding, type Place } from '../../src/shared/finding.ts';

/** A place in a file, for findings of tests. */
export function at(file: string, line: number, column: number, endColumn?: number): Place {
  return { file, line, column, ...(endColumn === undefined ? {} : { endColumn }) };
}

/** The finding that the project's issue shows. */
export const duplicateAddress: Finding = {
  ...finding(
    'PL1204' as Code,
    at('inventory/nodes/lenovo2.yaml', 6, 10, 23),
    "address 192.168.26.11 is already lenovo1's",
    {
      hint: 'free addresses near it: 192.168.26.12, .13',
      related: [{ place: at('inventory/nodes/lenovo1.yaml', 6, 10, 23), message: '' }],
    },
  ),
  severity: 'error',
};

export const files: Readonly<Record<string, string>> = {
  'inventory/nodes/lenovo2.yaml':
    'hostname: lenovo2\nmacs:\n  - 52:54:00:00:00:02\nrole: server\n\naddress: 192.168.26.11\n',
};

/** How the tests print: no colour, 100 cells, the sample's files. */
export const plain: TextOptions = {
  source: (file) => files[file],
  colour: false,
  width: 100,
  extent: { nodes: 3, files: 7, milliseconds: 420 },
};

/** Texts that try to break out of formats and to drive terminals. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          '\x1b[2J',
          '\x1b]8;;http://evil\x07',
          '\x9b31m',
          '\r',
          '\n',
          '\n::error::x',
          '::set-env name=A::b',
          '%0A::stop-commands::x',
          '%',
          '\n::add-mask::',
          '##[error]',
          ',line=1',
          ':',
          '|',
          '\\|',
          '`',
          '```',
          '[x](http://evil)',
          '![i](//e)',
          '<img src=x onerror=y>',
          '<!--',
          '</details>',
          '&lt;',
          '@admin',
          'www.evil.com',
          'https://evil.com',
          'mailto:a@b.c',
          '$x$',
          '\u202e',
          '\u2028',
          '\u200b',
          '\ufeff',
          '\ud800',
          '\udc00',
          '\u{e0041}',
          '漢字',
          '👩‍👧',
          'e\u0301',
          '\t',
          '\0',
          '\x7f',
          '__proto__',
          '"',
          "'",
          '{{ }}',
          '#',
          '- ',
          '~~~',
        ),
      },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const codes = ['PL1001', 'PL4001', 'PL4008'] as const;

const hostilePlace: fc.Arbitrary<Place> = fc
  .record({
    file: hostileText,
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 30 }),
    length: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ file, line, column, length }) =>
    at(file, line, column, length === null ? undefined : column + length),
  );

/** Findings whose every text is hostile. */
export const hostileFinding: fc.Arbitrary<Finding> = fc
  .record({
    code: fc.constantFrom<Code>(...codes),
    place: hostilePlace,
    message: hostileText,
    hint: fc.option(hostileText, { nil: undefined }),
    related: fc.array(fc.record({ place: hostilePlace, message: hostileText }), { maxLength: 5 }),
  })
  .map(({ code, place, message, hint, related }) => finding(code, place, message, { hint, related }));

/** What no output may hold but its own line breaks: controls, direction marks, what has no width, halves of pairs. */
export const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
