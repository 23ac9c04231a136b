import { afterAll, describe, expect, test } from 'vitest';
import { parseManifest } from '../../src/release/parse.ts';
import { buildCase, reproducibleWorld } from './build.ts';
import { cases } from './cases.ts';
import { difference } from './difference.ts';
import { keptTree, readTree, writeTree } from './expected.ts';

const world = reproducibleWorld();
afterAll(() => world.translator.close());

/** `UPDATE_CASES=1 npx vitest run test/golden` rewrites what is expected; read the difference before committing it. */
const update = Boolean(process.env.UPDATE_CASES);

describe.each(cases)('$name', (each) => {
  test('makes the tree and the report that are kept beside it', async () => {
    const built = await buildCase(each, world);
    const made = keptTree(built);
    if (update) writeTree(each.expected, made);
    const expected = readTree(each.expected);
    expect(expected.size, `${each.expected} is missing: write it with UPDATE_CASES=1`).toBeGreaterThan(0);
    const changed = difference(expected, made);
    expect(changed === '' ? [] : `${each.name} changed; UPDATE_CASES=1 rewrites it\n${changed}`).toEqual([]);
  });

  test('has a manifest that its reader takes, where there is a release', () => {
    const manifests = [...readTree(each.expected)].filter(([path]) => /(^|\/)manifest\.json$/.test(path));
    for (const [path, text] of manifests) expect(parseManifest(text, path).findings).toEqual([]);
  });
});
