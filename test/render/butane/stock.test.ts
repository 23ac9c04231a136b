import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { assemble } from '../../../src/render/butane/assemble.ts';
import { emitButane } from '../../../src/render/butane/emitButane.ts';
import { readParts } from '../../../src/render/butane/translatedParts.ts';
import { miniConfig, planTranslation } from '../../../src/render/butane/translationPlan.ts';
import { requireTool } from '../../tools/tools.ts';
import { merging } from './merging.ts';
import { nastyStrings } from './nastyStrings.ts';
import { separableConfigs } from './randomConfig.ts';

const translator = createTranslator();
afterAll(() => translator.close());

/** What the stock `butane --strict` makes of a text. */
function stock(butane: string, input: string): string {
  const { status, stdout, stderr } = spawnSync(butane, ['--strict'], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.replace(/\n$/, '');
}

describe('the stock butane', () => {
  test('makes of the emitted text what is put together from parts, byte for byte', async (context) => {
    const butane = requireTool('butane', context);
    await fc.assert(
      fc.asyncProperty(separableConfigs, async (config) => {
        const { value } = merging(config);
        const plan = planTranslation(value);
        const parts = await translator.translateParts(miniConfig(plan.elements), { strict: true });
        const translated = readParts(plan.elements, parts);
        expect(assemble(plan, (key) => translated?.get(key))).toBe(stock(butane, emitButane(value)));
      }),
      { numRuns: 40 },
    );
  });

  test('reads every nasty text as it is, as a value of each kind of place', (context) => {
    const butane = requireTool('butane', context);
    const units = nastyStrings.map((text, index) => ({
      name: `n${index}.service`,
      contents: `[Unit]\nDescription=${index}\n#${text.replace(/[\r\n]/g, ' ')}\n${text.endsWith('\n') ? '\n' : ''}`,
    }));
    const links = nastyStrings
      .filter((text) => text !== '')
      .map((target, index) => ({ path: `/etc/${index}`, target }));
    const input = emitButane(merging({ systemd: { units }, storage: { links } }).value, [...nastyStrings]);
    const ignition = JSON.parse(stock(butane, input)) as {
      systemd: { units: { contents: string }[] };
      storage: { links: { target: string }[] };
    };
    expect(ignition.systemd.units.map(({ contents }) => contents)).toEqual(
      units.map(({ contents }) => contents),
    );
    expect(ignition.storage.links.map(({ target }) => target)).toEqual(links.map(({ target }) => target));
  });
});
