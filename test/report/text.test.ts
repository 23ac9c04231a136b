import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textReport } from '../../src/report/text.ts';
import { finding } from '../../src/shared/finding.ts';
import { at, duplicateAddress, hostileFinding, hostileText, plain, unsafe } from './sample.ts';

describe('findings for a terminal', () => {
  test('look as the issue says', () => {
    expect(textReport([duplicateAddress], plain)).toBe(
      `inventory/nodes/lenovo2.yaml:6:10  error PL1204  address 192.168.26.11 is already lenovo1's
    6 │ address: 192.168.26.11
      │          ^^^^^^^^^^^^^ also at inventory/nodes/lenovo1.yaml:6:10
    hint: free addresses near it: 192.168.26.12, .13
✗ 1 error · 3 nodes, 7 files · 0.4 s
`,
    );
  });

  test('have colours when asked for, and then say the same', () => {
    const coloured = textReport([duplicateAddress], { ...plain, colour: true });
    expect(coloured).toContain('\x1b[31m^^^^^^^^^^^^^\x1b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(textReport([duplicateAddress], plain));
  });

  test('are sorted by file, line and column', () => {
    const report = textReport(
      [at('b', 1, 1), at('a', 2, 1), at('a', 1, 9), at('a', 1, 2)].map((place) =>
        finding('PL1001', place, 'x'),
      ),
      plain,
    );
    expect(report.match(/^\w:\d:\d/gm)).toEqual(['a:1:2', 'a:1:9', 'a:2:1', 'b:1:1']);
  });

  test('name other places without a source line, and count those that are too many', () => {
    const related = [1, 2, 3, 4, 5].map((line) => ({
      place: at('b', line, 1),
      message: line === 1 ? 'first' : '',
    }));
    expect(textReport([finding('PL4008', at('a', 1, 1), 'x', { related })], plain)).toBe(
      `a:1:1  warning PL4008  x
    also at b:1:1 (first)
    also at b:2:1
    also at b:3:1
    and at 2 more places
✓ 1 warning · 3 nodes, 7 files · 0.4 s
`,
    );
  });

  test('put other places below each other beside the underline', () => {
    const related = [1, 2].map((line) => ({ place: at('b', line, 1), message: '' }));
    const source = () => 'key: value';
    expect(
      textReport([finding('PL1001', at('a', 1, 6, 11), 'x', { related })], { ...plain, source }),
    ).toContain(
      `    1 │ key: value
      │      ^^^^^ also at b:1:1
      │            also at b:2:1
`,
    );
  });

  test('end well when there are none', () => {
    expect(textReport([], { ...plain, extent: { nodes: 1, files: 0 } })).toBe(
      '✓ no findings · 1 node, 0 files\n',
    );
    expect(textReport([], { ...plain, extent: { nodes: 1, files: 1, milliseconds: 65_000 } })).toContain(
      '1 min 05 s',
    );
  });

  test('of one code are grouped beyond a number, unless all are asked for', () => {
    const findings = [
      ...Array.from({ length: 30 }, (_, index) =>
        finding('PL4008', at(`f${index % 10}`, index + 1, 1), `n${index}`),
      ),
      finding('PL1001', at('z', 1, 1), 'not lost'),
    ];
    const report = textReport(findings, { ...plain, perCode: 5 });
    expect(report.match(/warning PL4008/g)).toHaveLength(5);
    expect(report).toContain('not lost');
    expect(report).toContain(
      '… and 25 more of PL4008 (File that no manifest names) in 9 files: --all shows them\n',
    );
    expect(report).toContain('✗ 1 error, 30 warnings');
    const all = textReport(findings, { ...plain, perCode: Infinity });
    expect(all.match(/warning PL4008/g)).toHaveLength(30);
    expect(all).not.toContain('--all');
  });

  test('one more than the number is shown, not counted', () => {
    const findings = [1, 2, 3].map((line) => finding('PL4008', at('a', line, 1), 'x'));
    expect(textReport(findings, { ...plain, perCode: 2 })).not.toContain('--all');
  });

  test('cannot drive a terminal, whatever the inventory holds', () => {
    fc.assert(
      fc.property(
        fc.array(hostileFinding, { maxLength: 4 }),
        hostileText,
        fc.integer({ min: 0, max: 120 }),
        (findings, text, width) => {
          const report = textReport(findings, { ...plain, width, source: () => text });
          for (const line of report.split('\n')) expect(line).not.toMatch(unsafe);
          expect(report.match(/(error|warning) PL\d{4} {2}/g) ?? []).toHaveLength(findings.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
