import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { findAssets } from '../../../src/adapters/translator/assets.ts';
import { translatorVersion } from '../../../src/adapters/translator/createTranslator.ts';

const dist = mkdtempSync(join(tmpdir(), 'pilotlight-dist-'));
mkdirSync(join(dist, 'action'));
writeFileSync(join(dist, 'translator.wasm.br'), '');
afterAll(() => rmSync(dist, { recursive: true }));

test.each(['cli.js', 'action/main.js'])('bundled as %s, the assets are those of its dist', (bundle) => {
  expect(findAssets(pathToFileURL(join(dist, bundle)).href)).toEqual({
    wasmPath: join(dist, 'translator.wasm.br'),
    workerUrl: pathToFileURL(join(dist, 'translator-worker.js')),
  });
});

test('from source, they are those of the checkout, which are what is shipped', () => {
  const stamp = JSON.parse(readFileSync(findAssets().wasmPath.replace('.wasm.br', '.json'), 'utf8'));
  expect(stamp.version).toBe(translatorVersion);
});
