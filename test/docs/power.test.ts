import { expect, test } from 'vitest';
import { readInventory } from '../../src/inventory/inventory.ts';
import { edited, lab, sourcesOf } from '../inventory/sources.ts';
import { readPage } from './markdown.ts';

const methods = readPage('docs/power.md').blocks.filter(
  ({ language, info }) => language === 'yaml' && info === '',
);

test.each(methods.map(({ text, line }) => [line, text] as const))(
  'docs/power.md:%i shows power methods that a node may have',
  (_line, text) => {
    const power = `power:\n${text.replace(/^/gm, '  ')}\n`;
    const { findings } = readInventory(sourcesOf(edited(lab, ['nodes/lenovo2.yaml', '', power])));
    // A page shows one method at a time, and that one may need another.
    expect(findings.filter(({ code }) => code !== 'PL1210')).toEqual([]);
  },
);

test('docs/power.md shows each method', () => {
  const shown = methods.flatMap(({ text }) => [...text.matchAll(/method: (\w+)/g)].map(([, name]) => name));
  expect([...new Set(shown)].sort()).toEqual(['command', 'http', 'ipmi', 'manual', 'redfish', 'ssh', 'wol']);
});
