import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requireTool } from './tools.ts';

let empty = '';

/** Ends a test as vitest does. */
function skip(note?: string): never {
  throw new Error(`skipped: ${note}`);
}

beforeEach(() => {
  empty = mkdtempSync(join(tmpdir(), 'pilotlight-empty-'));
  vi.stubEnv('PILOTLIGHT_TEST_CACHE', empty);
  vi.stubEnv('PATH', empty);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(empty, { recursive: true });
});

test.each(['butane', 'git'] as const)('a missing tool (%s) skips the test by its name', (name) => {
  vi.stubEnv('CI', '');
  expect(() => requireTool(name, { skip })).toThrow(`skipped: needs ${name}`);
});

test('under CI it fails the test', () => {
  vi.stubEnv('CI', 'true');
  expect(() => requireTool('butane', { skip })).toThrow(/^needs butane/);
});
