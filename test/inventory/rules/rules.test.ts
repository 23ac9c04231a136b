import { describe, expect, test } from 'vitest';
import { readInventory } from '../../../src/inventory/inventory.ts';
import { inventoryCodes } from '../../../src/shared/catalogue/inventory.ts';
import { edited, lab, sourcesOf } from '../sources.ts';
import { cases } from './cases.ts';

describe('each rule fires where it should, and nothing else does', () => {
  test.each(cases)('$code $message', ({ code, edits, at, message }) => {
    const { findings } = readInventory(sourcesOf(edited(lab, ...edits)));
    const shown = findings.map(({ code, place, message }) => {
      const { file, line, column } = place;
      return `${file}:${line}:${column} ${code} ${message}`;
    });
    expect(shown).toEqual([`inventory/${at} ${code} ${message}`]);
  });

  test('each finding says how to mend it', () => {
    for (const { edits } of cases) {
      const { findings } = readInventory(sourcesOf(edited(lab, ...edits)));
      for (const finding of findings) expect(finding).toHaveProperty('hint');
    }
  });

  test('no code of the family is without a case', () => {
    const elsewhere = ['PL1202', 'PL1239', 'PL1297'];
    const fired = new Set([...cases.map(({ code }) => code), ...elsewhere]);
    expect(Object.keys(inventoryCodes).filter((code) => !fired.has(code))).toEqual([]);
  });
});

describe('what goes with another finding', () => {
  const codes = (...edits: Parameters<typeof edited>[1][]) =>
    readInventory(sourcesOf(edited(lab, ...edits))).findings.map(({ code }) => code);

  test('host names that differ only by case come from file names', () => {
    const node = lab['nodes/lenovo3.yaml'] ?? '';
    const copy = node.replaceAll(/(2d:0|000|26\.1)3/g, '$14');
    expect(codes(['nodes/LENOVO3.yaml', '', copy.replace('server', 'agent')])).toEqual(['PL1206', 'PL1202']);
  });

  test('an inventory without nodes boots nothing', () => {
    const { findings } = readInventory(
      sourcesOf(Object.fromEntries(Object.entries(lab).filter(([path]) => !path.startsWith('nodes/')))),
    );
    expect(findings.map(({ code }) => code)).toEqual(['PL1239']);
  });

  test('a private key among authorised keys is told once', () => {
    const [publicLine = ''] = /- ssh-ed25519.*/.exec(lab['site.yaml'] ?? '') ?? [];
    expect(codes(['site.yaml', publicLine, '- "-----BEGIN OPENSSH PRIVATE KEY-----"'])).toEqual(['PL1110']);
  });

  test('a secret in a value of the wrong form is told beside the form', () => {
    const edit = ['site.yaml', 'router:\n', `router:\n  storage: "ghp_${'a1B2'.repeat(9)} "\n`] as const;
    expect(codes(edit)).toEqual(['PL1105', 'PL1250']);
  });
});
