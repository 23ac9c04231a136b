import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorld } from '../../src/adapters/world.ts';
import type { Translator } from '../../src/ports/translator.ts';
import { buildCase, reproducibleWorld } from '../golden/build.ts';
import { caseNamed } from '../golden/cases.ts';
import { difference } from '../golden/difference.ts';
import { keptTree, type Tree } from '../golden/expected.ts';

const { translator } = reproducibleWorld();
const folder = mkdtempSync(join(tmpdir(), 'pilotlight-cache-'));
afterAll(async () => {
  await translator.close();
  rmSync(folder, { recursive: true });
});

/** Ways in which a pack of `key checksum json` lines may come to be wrong. */
const spoilings: readonly (readonly [string, (pack: string) => string])[] = [
  ['other content under right keys', (pack) => pack.replaceAll(/data:/g, 'data;')],
  ['the values of other keys', swapped],
  ['lost its end', (pack) => pack.slice(0, Math.floor(pack.length / 2))],
  ['nothing that can be read', (pack) => pack.replaceAll(/[a-f]/g, '\0')],
];

describe.each(['lab', 'overlays', 'live-mode'].map(caseNamed))('$name', (each) => {
  const cache = join(folder, each.name);
  const uncached = buildCase(each, reproducibleWorld({ translator })).then(keptTree);

  test('is the same whether it was translated or remembered', async () => {
    const first = await build(cache);
    expect(difference(await uncached, first.tree)).toBe('');
    expect(first.translations).toBeGreaterThan(0);
    const second = await build(cache);
    expect(difference(await uncached, second.tree)).toBe('');
    expect(second.translations).toBe(0);
  });

  test.each(spoilings)('is the same when the cache has %s', async (_how, spoil) => {
    await build(cache);
    const [pack = ''] = readdirSync(cache).map((name) => join(cache, name));
    const before = readFileSync(pack, 'utf8');
    const after = spoil(before);
    expect(after).not.toBe(before);
    writeFileSync(pack, after);
    const { tree, translations } = await build(cache);
    expect(difference(await uncached, tree)).toBe('');
    expect(translations).toBeGreaterThan(0);
  });

  /** Builds with the real cache in a folder, and counts the calls of the translator. */
  async function build(at: string): Promise<{ tree: Tree; translations: number }> {
    const counted = counting(translator);
    const { cache: opened } = createWorld({ environment: { PILOTLIGHT_CACHE: at }, cache: true });
    const built = await buildCase(each, reproducibleWorld({ translator: counted.translator, cache: opened }));
    opened.close();
    return { tree: keptTree(built), translations: counted.calls() };
  }
});

/** Each line with the rest of its neighbour. */
function swapped(pack: string): string {
  const lines = pack.trimEnd().split('\n');
  const rests = lines.map((line) => line.slice(line.indexOf(' ')));
  return lines
    .map((line, index) => line.slice(0, line.indexOf(' ')) + rests[(index + 1) % rests.length])
    .join('\n');
}

/** A translator that counts how often it is called. */
function counting(inner: Translator): { readonly translator: Translator; calls(): number } {
  let calls = 0;
  const translator: Translator = {
    ...inner,
    translate: (...args) => {
      calls++;
      return inner.translate(...args);
    },
    translateParts: (...args) => {
      calls++;
      return inner.translateParts(...args);
    },
  };
  return { translator, calls: () => calls };
}
