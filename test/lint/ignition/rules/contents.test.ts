import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lintFile } from '../../../../src/lint/lint.ts';
import { codes, lintConfig, lintOneFile } from '../../support.ts';

describe('PL3210, /etc/hostname', () => {
  const hostname = (inline: string) => codes(lintOneFile({ path: '/etc/hostname', contents: { inline } }));

  test.each(['', 'a_b', '-a', 'a..b', `${'a'.repeat(60)}.example`, 'two words', '# only a comment\n'])(
    '%j',
    (name) => {
      expect(hostname(name)).toEqual(['PL3210']);
    },
  );

  test.each(['lenovo1.lab.home.lerenn.net\n', 'a', '# why\nnode-1\n'])('not %j', (name) => {
    expect(hostname(name)).toEqual([]);
  });
});

describe('PL3213, kernel arguments', () => {
  test('one that shall both exist and not', () => {
    const kernel_arguments = { should_exist: ['quiet', 'a=1'], should_not_exist: ['a=2', 'quiet'] };
    expect(codes(lintConfig({ kernel_arguments }))).toEqual(['PL3213']);
  });

  test('not two values of one argument', () => {
    const kernel_arguments = { should_exist: ['a=1'], should_not_exist: ['a=2'] };
    expect(lintConfig({ kernel_arguments })).toEqual([]);
  });
});

describe('PL3214, contents that cannot be decoded', () => {
  const source = (url: string, compression?: string) => ({
    path: '/etc/x',
    contents: { source: url, compression },
  });

  test.each([
    source('data:text/plain;base64,%%%'),
    source('data:;base64,abc'),
    source('data:nothing'),
    source('data:,50%'),
    source('data:,plain', 'gzip'),
  ])('%j', (file) => {
    expect(codes(lintOneFile(file))).toEqual(['PL3214']);
  });

  test.each([
    source('data:,a%20b'),
    source('data:;base64,YWI='),
    source('https://example.com/x', 'gzip'),
    source(`data:;base64,${gzipSync('ok').toString('base64')}`, 'gzip'),
  ])('not %j', (file) => {
    expect(lintOneFile(file)).toEqual([]);
  });
});

describe('PL3215, Zincati', () => {
  const path = '/etc/zincati/config.d/55-updates.toml';
  const good = `[updates]
strategy = "periodic"
[[updates.periodic.window]]
days = [ "Sat", "Sun" ]
start_time = "22:30"
length_minutes = 60
`;
  const lint = (inline: string, at = path) => lintOneFile({ path: at, contents: { inline } });

  test('accepts what its documentation shows', () => {
    expect(lint(good)).toEqual([]);
  });

  test.each([
    ['"periodic"', '"periodc"'],
    ['"Sat"', '"Samstag"'],
    ['22:30', '25:30'],
    ['60', '1h'],
  ])('%s → %s', (from, to) => {
    expect(codes(lint(good.replace(from, to)))).toEqual(['PL3215']);
  });

  test('a file that is not *.toml', () => {
    expect(codes(lint(good, '/etc/zincati/config.d/updates.conf'))).toEqual(['PL3215']);
  });
});

test('positions in a literal block of YAML are those of the file', () => {
  const text = `variant: fcos
version: 1.7.0
storage:
  files:
    - path: /etc/zincati/config.d/55.toml
      contents:
        inline: |
          [updates]
          strategy = "never"
`;
  const [told] = lintFile('a.bu', text);
  expect(told?.place).toEqual({ file: 'a.bu', line: 9, column: 23, endColumn: 28 });
});
