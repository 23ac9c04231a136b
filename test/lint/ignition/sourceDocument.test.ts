import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/lint/ignition/sourceDocument.ts';
import { lintFile } from '../../../src/lint/lint.ts';

describe('readSource', () => {
  test('modes are octal with and without the o, as in Butane', () => {
    expect(readSource('a.bu', 'a: 0644\nb: 0o600\nc: 600\nd: "0644"').value).toEqual({
      a: 420,
      b: 384,
      c: 600,
      d: '0644',
    });
  });

  test('JSON, with places by path; what is missing gets the place of what encloses it', () => {
    const { locate, value } = readSource('a.ign', '{"a": {\n  "b": [1, "two"]}}');
    expect(value).toEqual({ a: { b: [1, 'two'] } });
    expect(locate(['a', 'b', 1])).toEqual({ file: 'a.ign', line: 2, column: 12, endColumn: 17 });
    expect(locate(['a', 'c'])).toMatchObject({ line: 1, column: 7 });
    expect(locate([])).toMatchObject({ line: 1, column: 1 });
  });

  test('PL3218: a syntax error has a place, and what is readable is read', () => {
    const { findings } = readSource('a.bu', 'a: 1\nb: "open\n');
    expect(findings[0]).toMatchObject({ code: 'PL3218', place: { file: 'a.bu' } });
    expect(findings[0]?.place.line).toBeGreaterThan(1);
    expect(readSource('a.bu', 'a: 1\n').findings).toEqual([]);
  });

  test.each([
    '['.repeat(10_000),
    '{"a":'.repeat(10_000),
    '- '.repeat(10_000),
    `a:\n${'? '.repeat(10_000)}`,
    `${Array.from({ length: 3000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')}`,
  ])('PL3218: nested too deeply', (text) => {
    expect(readSource('a.bu', text).findings.map((each) => each.code)).toEqual(['PL3218']);
  });

  test('brackets inside scripts need not match', () => {
    const script = Array.from({ length: 300 }, () => `    printf '\\033[1m%s {\\n'`).join('\n');
    expect(readSource('a.bu', `a: |\n${script}\n`).findings).toEqual([]);
  });

  test('PL3218: JSON that is nested too deeply over many lines', () => {
    expect(readSource('a.ign', '{"a":\n'.repeat(5000)).findings.map((each) => each.code)).toEqual(['PL3218']);
  });

  test('PL3218: an alias bomb', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
    );
    const { findings } = readSource('a.bu', `a0: &a0 [x, x]\n${lines.join('\n')}\n`);
    expect(findings.map((each) => each.code)).toEqual(['PL3218']);
  });
});

describe('any text at all', () => {
  const names = fc.constantFrom('a.bu', 'a.ign', 'a.service', 'a.timer', 'a.sh', 'a.txt');
  const piece = fc.constantFrom(
    'variant: fcos\n',
    '{"ignition":{"version":"3.4.0"},',
    'storage:\n  files:\n    - path: /usr/x\n',
    '"storage":{"files":[',
    '[Service]\n',
    'ExecStart=',
    "/bin/sh -c '",
    '\\',
    '"',
    '{{ ',
    '&a *a ',
    '\u0000',
    '\uD800',
    '%%',
    '\r\n',
  );

  test('every finding has a place in the file', () => {
    fc.assert(
      fc.property(names, fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (name, pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n').length;
        for (const { place, message } of lintFile(name, text)) {
          expect(place.file).toBe(name);
          expect(place.line).toBeGreaterThan(0);
          expect(place.line).toBeLessThanOrEqual(lines);
          expect(place.column).toBeGreaterThan(0);
          expect(message).not.toBe('');
        }
      }),
    );
  });

  test('every value that a configuration should not have', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.string(), fc.integer(), fc.constant(null));
    const element = fc.record({ path: odd, name: odd, mode: odd, contents: odd, dropins: odd, enabled: odd });
    const config = fc.record({
      storage: fc.record({
        files: fc.array(element),
        links: odd,
        trees: fc.array(element),
        filesystems: odd,
      }),
      systemd: fc.oneof(odd, fc.record({ units: fc.array(element) })),
      passwd: fc.record({ users: fc.array(element) }),
      kernel_arguments: odd,
    });
    fc.assert(
      fc.property(config, (value) => {
        const text = JSON.stringify(value);
        for (const each of lintFile('a.bu', text)) expect(each.place.line).toBe(1);
        for (const each of lintFile('a.ign', text)) expect(each.place.line).toBe(1);
      }),
    );
  });
});
