import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySuppressions } from '../../src/lint/suppress.ts';
import { type Finding, finding } from '../../src/shared/finding.ts';

const onLine = (line: number, code: Finding['code'] = 'PL3005', file = 'a'): Finding =>
  finding(code, { file, line, column: 1 }, 'something');

/** The lines and codes that are left of findings of PL3005 on all lines. */
function left(text: string) {
  const all = text.split('\n').map((_line, index) => onLine(index + 1));
  return applySuppressions(all, text, 'a').map(({ code, place }) => `${place.line}:${code}`);
}

describe('silencing', () => {
  test.each([
    ['# pilotlight: ignore PL3005 why\nx\ny', ['1:PL3005', '3:PL3005']],
    ['  # pilotlight:ignore PL3005, PL3006 why\nx', ['1:PL3005']],
    ['# pilotlight: ignore PL3006 why\nx', ['1:PL3005', '2:PL3005']],
    ['# pilotlight: ignore PL3006 why\n# pilotlight: ignore PL3005 why\nx', ['1:PL3005', '2:PL3005']],
    ['# pilotlight: ignore PL3005 why\r\nx\\\r\n y\r\nz', ['1:PL3005', '4:PL3005']],
    ['# pilotlight: ignore PL3005 why', ['1:PL3005']],
    ['x # pilotlight: ignore PL3005 why\ny', ['1:PL3005', '2:PL3005']],
  ])('%j leaves %j', (text, expected) => {
    expect(left(text)).toEqual(expected);
  });

  test('findings of other files stay', () => {
    const text = '# pilotlight: ignore PL3005 why\nx';
    expect(applySuppressions([onLine(2, 'PL3005', 'b')], text, 'a')).toHaveLength(1);
  });
});

describe('a comment that does not count is a finding', () => {
  test.each([
    ['# pilotlight: ignore PL3005', 'PL3005 is silenced without a reason'],
    ['# pilotlight: ignore PL3005,PL3006  ', 'PL3005,PL3006 is silenced without a reason'],
    ['# pilotlight: ignore PL9999 why', 'there is no finding PL9999 to silence'],
    ['# pilotlight: ignore why', '"pilotlight: ignore why" is not understood'],
    ['# pilotlight: ignroe PL3005 why', '"pilotlight: ignroe PL3005 why" is not understood'],
    ['# pilotlight: ignore PL3023 why', 'PL3023 cannot be silenced'],
  ])('%s', (comment, message) => {
    const findings = applySuppressions([onLine(2)], `${comment}\nx`, 'a');
    expect(findings).toHaveLength(2);
    expect(findings[0]).toMatchObject({ code: 'PL3023', message, place: { line: 1, column: 1 } });
  });
});

test('any text: nothing is lost but what is silenced, and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('# pilotlight: ignore PL3005 x', '# pilotlight:', 'x', '\\', '')),
      (lines) => {
        const text = lines.join('\n');
        const all = lines.map((_line, index) => onLine(index + 1, 'PL3006'));
        const kept = applySuppressions(all, text, 'a').filter(({ code }) => code === 'PL3006');
        expect(kept).toEqual(all);
      },
    ),
  );
});
