import { describe, expect, test } from 'vitest';
import { applyRules } from '../../../src/lint/rules/applyRules.ts';
import { finding } from '../../../src/shared/finding.ts';

const place = { file: 'a', line: 1, column: 1 };
const configurable = finding('PL3211', place, 'x');
const fixed = finding('PL3216', place, 'x');

describe('applyRules', () => {
  test('off drops, others change the severity', () => {
    expect(applyRules([configurable], { PL3211: 'off' })).toEqual([]);
    expect(applyRules([configurable], { PL3211: 'error' })).toEqual([{ ...configurable, severity: 'error' }]);
  });

  test('what is not configurable stays, and so does what no rule names', () => {
    expect(applyRules([fixed, configurable], { PL3216: 'off', toString: 'off' } as never)).toEqual([
      fixed,
      configurable,
    ]);
  });
});
