import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/lint/files/openFile.ts';
import { parseExecLine } from '../../../src/lint/units/execLine.ts';
import { codes, lintOneFile } from '../support.ts';

const script = (inline: string) =>
  codes(lintOneFile({ path: '/usr/local/bin/x', mode: 0o755, contents: { inline } }));

describe('PL3252, interpreters', () => {
  test.each(['#!/usr/bin/python3', '#!/usr/bin/env python', '#!/usr/bin/env -S perl -w', '#!/bin/zsh'])(
    '%s',
    (line) => {
      expect(script(`${line}\n`)).toEqual(['PL3252']);
    },
  );

  test.each(['#!/bin/sh', '#!/usr/bin/env bash', '#! /bin/bash -e', '#!/usr/local/bin/python3', 'no script'])(
    'not %s',
    (line) => {
      expect(script(`${line}\n`)).toEqual([]);
    },
  );
});

test('PL3253: Windows line ends', () => {
  expect(script('#!/bin/sh\r\ntrue\r\n')).toEqual(['PL3253']);
  expect(script('#!/bin/sh\ntrue\n')).toEqual([]);
});

const butane = `variant: fcos
version: 1.7.0
storage:
  files:
    - path: /usr/local/bin/x
      mode: 0755
      contents:
        inline: |
          #!/bin/bash
          echo $1
systemd:
  units:
    - name: a.service
      contents: |
        [Service]
        Type=oneshot
        ExecStart=/bin/sh -c 'cd "$$1"; echo \\'x\\''
`;

describe('collecting scripts', () => {
  const opened = openFile('a.bu', butane);

  test('files with an interpreter, and what units give to a shell', () => {
    expect(opened.scripts.map(({ script: { shell, text }, name }) => [shell, text, name])).toEqual([
      ['bash', '#!/bin/bash\necho $1\n', '/usr/local/bin/x'],
      ['sh', `cd "$1"; echo 'x'`, 'a.service'],
    ]);
  });

  test('equal scripts have equal ids', () => {
    const again = openFile('b.bu', butane.replace('/usr/local/bin/x', '/usr/local/bin/y'));
    expect(again.scripts.map((each) => each.script.id)).toEqual(opened.scripts.map((each) => each.script.id));
    expect(new Set(opened.scripts.map((each) => each.script.id)).size).toBe(2);
  });

  test('comments of shellcheck are placed in the block, or at the line of the unit', () => {
    const comment = {
      level: 'warning' as const,
      code: 2086,
      message: 'Quote this.',
      line: 2,
      column: 6,
      endLine: 2,
      endColumn: 8,
    };
    const comments = new Map(opened.scripts.map(({ script: { id } }) => [id, [comment]]));
    const told = opened.lint({ comments }).filter((each) => each.code === 'PL3251');
    expect(told.map((each) => [each.place.line, each.place.column])).toEqual([
      [10, 16],
      [17, 9],
    ]);
    expect(told[0]?.message).toBe('/usr/local/bin/x: Quote this (SC2086)');
  });

  test('errors are errors, and style is left out', () => {
    const [first] = opened.scripts;
    const comment = { code: 1, message: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };
    const levels = (['error', 'warning', 'info', 'style'] as const).map((level) => ({ ...comment, level }));
    const told = opened.lint({ comments: new Map([[first?.script.id ?? '', levels]]) });
    expect(codes(told).filter((code) => code.startsWith('PL325'))).toEqual(['PL3250', 'PL3251']);
  });
});

describe('command lines of systemd', () => {
  test.each([
    ['/bin/a b  c', [['/bin/a', 'b', 'c']]],
    [`-/bin/a "b c" 'd e'`, [['/bin/a', 'b c', 'd e']]],
    ['@/bin/a name b', [['/bin/a', 'b']]],
    ['+!/bin/a', [['/bin/a']]],
    ['/bin/a ; /bin/b \\; c', [['/bin/a'], ['/bin/b', ';', 'c']]],
    ['/bin/a %%h $$x', [['/bin/a', '%h', '$x']]],
    ['/bin/a a\\x41\\n', [['/bin/a', 'aA\n']]],
    ['', []],
  ])('%j', (line, expected) => {
    expect(parseExecLine(line).map((each) => [each.program, ...each.arguments])).toEqual(expected);
  });
});
