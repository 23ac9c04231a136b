import { describe, expect, test } from 'vitest';
import { explainReport } from '../../../src/lint/ignition/explainReport.ts';

const context = { file: 'a.ign', locate: () => ({ file: 'a.ign', line: 7, column: 3 }), strict: false };
const entry = { severity: 'warning' as const, message: 'something is odd.', path: [], line: 2, column: 5 };

describe('explainReport', () => {
  test('errors are errors, warnings are warnings unless strict, notes are left out', () => {
    expect(explainReport([{ ...entry, severity: 'error' }], context)[0]?.code).toBe('PL3216');
    expect(explainReport([entry], context)[0]?.code).toBe('PL3217');
    expect(explainReport([entry], { ...context, strict: true })[0]?.code).toBe('PL3216');
    expect(explainReport([{ ...entry, severity: 'info' }], context)).toEqual([]);
  });

  test('an unknown key is an error with a hint', () => {
    const [told] = explainReport([{ ...entry, message: 'Unused key contens' }], context);
    expect(told).toMatchObject({ code: 'PL3216', severity: 'error', hint: 'did you mean contents?' });
  });

  test('the place is the entry’s line and column, or else where its path stands', () => {
    expect(explainReport([entry], context)[0]?.place).toEqual({ file: 'a.ign', line: 2, column: 5 });
    const [byPath] = explainReport(
      [{ ...entry, line: 0, column: 0, path: ['storage', 'files', 0] }],
      context,
    );
    expect(byPath).toMatchObject({
      place: { line: 7, column: 3 },
      message: 'storage.files.0: something is odd',
    });
  });

  test.each([
    [
      'line 3: cannot unmarshal !!seq into v0_7.Storage',
      'a list stands where another kind of value is expected',
    ],
    [
      'json: cannot unmarshal array into Go value of type util.versionStub',
      'a list stands where another kind of value is expected',
    ],
    ['Error unmarshaling yaml: yaml: line 3: did not find expected key', 'did not find expected key'],
    ['path not absolute', 'path not absolute'],
  ])('%s', (message, told) => {
    expect(explainReport([{ ...entry, message }], context)[0]?.message).toBe(told);
  });
});
