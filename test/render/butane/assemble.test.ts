import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { assemble, provesShape } from '../../../src/render/butane/assemble.ts';
import type { ButaneConfig } from '../../../src/render/butane/config.ts';
import { emitButane } from '../../../src/render/butane/emitButane.ts';
import { readParts, type TranslatedElement } from '../../../src/render/butane/translatedParts.ts';
import { miniConfig, planTranslation } from '../../../src/render/butane/translationPlan.ts';
import { merging } from './merging.ts';
import { separableConfigs } from './randomConfig.ts';

const translator = createTranslator();
afterAll(() => translator.close());

type Body = Omit<ButaneConfig, 'variant' | 'version'>;

/** Translates a configuration whole and by parts: its elements in two calls, as when half of them are remembered. */
async function bothWays(config: Body) {
  const { value } = merging(config);
  const plan = planTranslation(value);
  const remembered = new Map<string, TranslatedElement>();
  const half = plan.elements.length >> 1;
  for (const elements of [plan.elements.slice(half), plan.elements.slice(0, half)]) {
    const parts = await translator.translateParts(miniConfig(elements), { strict: false });
    for (const [key, element] of readParts(elements, parts) ?? []) remembered.set(key, element);
  }
  const whole = await translator.translate(emitButane(value), { strict: false });
  return { plan, whole, lookUp: (key: string) => remembered.get(key) };
}

describe('a configuration that is put together from parts', () => {
  test('is byte for byte what the translation of the whole is', async () => {
    await fc.assert(
      fc.asyncProperty(separableConfigs, async (config) => {
        const { plan, whole, lookUp } = await bothWays(config);
        expect(whole.entries).toEqual([]);
        expect(assemble(plan, lookUp)).toBe(whole.ignition);
        expect(provesShape(plan, lookUp, whole)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('has the warnings of the whole, at the same paths', async () => {
    const { plan, whole, lookUp } = await bothWays({
      storage: {
        files: [{ path: '/a' }, { path: '/b', mode: 644 }, { path: '/c', mode: 644 }],
        directories: [{ path: '/d', mode: 755 }],
      },
    });
    expect(whole.entries).toHaveLength(3);
    expect(provesShape(plan, lookUp, whole)).toBe(true);
    expect(provesShape(plan, lookUp, { ...whole, entries: whole.entries.slice(1) })).toBe(false);
  });

  test('is not made where a part is missing', async () => {
    const { plan } = await bothWays({ storage: { files: [{ path: '/a' }] } });
    expect(assemble(plan, () => undefined)).toBeUndefined();
  });

  test('a unit that mounts what the translator mounts, too, disproves its shape', async () => {
    const { plan, whole, lookUp } = await bothWays({
      storage: { filesystems: [{ device: '/dev/x', format: 'xfs', path: '/var/x', with_mount_unit: true }] },
      systemd: { units: [{ name: 'var-x.mount', enabled: false }] },
    });
    expect(whole.ignition).toBeDefined();
    expect(provesShape(plan, lookUp, whole)).toBe(false);
  });
});

describe('parts', () => {
  test('with an error answer nothing', async () => {
    const plan = planTranslation(merging({ storage: { files: [{ path: 'relative' }] } }).value);
    const parts = await translator.translateParts(miniConfig(plan.elements), { strict: false });
    expect(parts.entries.length).toBeGreaterThan(0);
    expect(readParts(plan.elements, parts)).toBeUndefined();
  });

  test('that do not add up answer nothing', () => {
    const plan = planTranslation(merging({ storage: { files: [{ path: '/a' }] } }).value);
    const read = (files: string[]) =>
      readParts(plan.elements, { sections: { 'storage.files': files }, entries: [] });
    expect(read([])).toBeUndefined();
    expect(read(['{}', '{}'])).toBeUndefined();
    expect(read(['{}'])?.size).toBe(1);
  });
});
