import { spawnSync } from 'node:child_process';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { createTranslator } from '../../../src/adapters/translator/createTranslator.ts';
import { requireTool } from '../../tools/tools.ts';
import { readCase } from './stock.ts';

const translator = createTranslator({ workers: 1 });
afterAll(() => translator.close());

/** What the stock ignition-validate prints, and whether it accepts the configuration. */
function stockValidator(context: TestContext, ignition: string): { accepts: boolean; says: string } {
  const program = requireTool('ignition-validate', context);
  const { status, stdout, stderr } = spawnSync(program, ['-'], { input: ignition, encoding: 'utf8' });
  return { accepts: status === 0, says: stdout + stderr };
}

test('a translated configuration has no entries, here and with the stock validator', async (context) => {
  const { ignition = '' } = await translator.translate(readCase('rich.bu'), { strict: true });
  expect(await translator.validate(ignition)).toEqual([]);
  expect(stockValidator(context, ignition)).toEqual({ accepts: true, says: '' });
});

test.for([
  {
    what: 'an unknown key',
    ignition: '{"ignition":{"version":"3.6.0"},"storage":{"filez":[]}}',
    found: { severity: 'warning', path: ['storage', 'filez'], line: 1, column: 44 },
  },
  {
    what: 'a relative path',
    ignition: '{"ignition":{"version":"3.6.0"},\n"storage":{"files":[{"path":"a"}]}}',
    found: { severity: 'error', path: ['storage', 'files', 0, 'path'], line: 2 },
  },
  {
    what: 'an unknown key of an older version',
    ignition: '{"ignition":{"version":"3.0.0"},"x":1}',
    found: { severity: 'warning', path: ['x'], line: 1 },
  },
])('$what is found, as the stock validator finds it', async ({ ignition, found }, context) => {
  const entries = await translator.validate(ignition);
  expect(entries).toMatchObject([found]);
  expect(stockValidator(context, ignition).says).toContain(entries[0]?.message);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"ignition":'],
  ['a list', '[]'],
  ['no version', '{}'],
  ['a version to come', '{"ignition":{"version":"9.0.0"}}'],
])('%s is an error', async (_, ignition) => {
  const entries = await translator.validate(ignition);
  expect(entries.map(({ severity }) => severity)).toContain('error');
});
