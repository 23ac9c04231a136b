import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { siteTranslator } from '../../../src/app/translate/siteTranslator.ts';
import type { Inventory } from '../../../src/inventory/model/inventory.ts';
import type { Node } from '../../../src/inventory/model/node.ts';
import { noCache } from '../../../src/ports/cache.ts';
import { emitButane } from '../../../src/render/butane/emitButane.ts';
import { mergeConfig } from '../../../src/render/butane/mergeConfig.ts';

const translator = createTranslator();
afterAll(() => translator.close());

/** As much of an inventory and a node as a translation needs. */
const inventory = { files: new Map(), site: { strict: true } } as unknown as Inventory;
const node = { file: 'nodes/a.yaml' } as Node;
const locate = (file: string) => ({ file, line: 1, column: 1 });

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 400 }),
  fc
    .tuple(fc.string({ minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 80 }))
    .map(([word, n]) => word.repeat(n)),
);

describe('translating by parts', () => {
  test('is, byte for byte, what the translator makes of the whole', async () => {
    const site = siteTranslator(translator, noCache);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
        const files = texts.map((inline, n) => ({
          path: `/etc/file${n}`,
          mode: 0o600,
          contents: { inline },
        }));
        const base = { variant: 'fcos', version: '1.7.0', storage: { files } } as const;
        const { value: merged } = mergeConfig({ ...base, storage: { files: [...files] } }, [], locate);
        const butane = emitButane(merged);
        const whole = await translator.translate(butane, { strict: true });
        const parts = await site.translate({ inventory, node, merged, text: butane, header: [], locate });
        expect(parts.findings).toEqual([]);
        expect(parts.value).toBe(`${whole.ignition}\n`);
      }),
      { numRuns: 60 },
    );
  });
});
