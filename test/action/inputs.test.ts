import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { useBundle } from './support/bundle.ts';
import { runAction } from './support/runAction.ts';
import { makeWorkspace } from './support/workspace.ts';

const bundle = useBundle();
const action = parse(readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
};

describe('values that an input does not take', () => {
  const hidden = 'hunter2-hunter2';
  const wrong: readonly (readonly [string, string, string])[] = [
    ['command', hidden, '`command` is one of `check`, `plan`, `publish`, `deploy`'],
    ['fail-on', hidden, '`fail-on` is one of `error`, `warning`'],
    ['annotations', hidden, '`annotations` is `true` or `false`'],
    ['summary', 'yes', '`summary` is `true` or `false`'],
    ['retention-days', hidden, '`retention-days` is a whole number from 0 to 400'],
    ['retention-days', '-1', '`retention-days`'],
    ['retention-days', '401', '`retention-days`'],
    ['retention-days', '1e2', '`retention-days`'],
    ['dry-run', hidden, '`dry-run` is `true` or `false`'],
    ['expect-release', hidden, '`expect-release` is the id of a release'],
    ['expect-release', 'abc123', '`expect-release`'],
    ['keep-releases', hidden, '`keep-releases` is a whole number from 1 to 50'],
    ['keep-releases', '0', '`keep-releases`'],
    ['lock-timeout', hidden, '`lock-timeout` is a whole number from 0 to 21600'],
    ['artifact-name', `${hidden}/x`, '`artifact-name` has at most 128 characters'],
  ];

  test.each(wrong)('%s: %s', async (name, value, sentence) => {
    const environment = { RUNNER_DEBUG: '1' };
    const result = await runAction(bundle.main(), makeWorkspace(), {
      inputs: { [name]: value },
      environment,
    });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain(sentence);
    expect(JSON.stringify(result)).not.toContain(hidden);
    expect(result.log).not.toMatch(/\n\s+at /);
  });

  test('all of them are told at once', async () => {
    const inputs = { command: 'reboot', 'fail-on': 'never', summary: '1' };
    const result = await runAction(bundle.main(), makeWorkspace(), { inputs });
    expect(result.annotations).toHaveLength(1);
    for (const name of Object.keys(inputs)) expect(result.annotations[0]?.message).toContain(`\`${name}\``);
  });
});

test('the defaults of action.yml and empty inputs mean the same, and each output is one of action.yml', async () => {
  const workspace = makeWorkspace();
  const defaults = Object.fromEntries(
    Object.entries(action.inputs).map(([name, each]) => [name, each.default]),
  );
  const empty = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, '']));
  const results = [
    await runAction(bundle.main(), workspace, { inputs: defaults }),
    await runAction(bundle.main(), workspace, { inputs: empty }),
  ] as const;
  expect(results[0].code).toBe(0);
  expect(results[1].outputs).toEqual(results[0].outputs);
  expect(results[1].summary).toBe(results[0].summary);
  expect(Object.keys(results[0].outputs).sort()).toEqual(Object.keys(action.outputs).sort());
});

test('no input is repeated, not even in debug logs', async () => {
  const workspace = makeWorkspace();
  const hidden = 'hunter2-hunter2';
  const inputs = { 'artifact-name': hidden, 'sarif-file': `${hidden}.sarif`, 'retention-days': '399' };
  const result = await runAction(bundle.main(), workspace, { inputs, environment: { RUNNER_DEBUG: '1' } });
  expect(result.code).toBe(0);
  expect(JSON.stringify(result)).not.toMatch(/hunter2|(?<![0-9a-f])399(?![0-9a-f])/);
});

test('an inventory given by its whole path is told by its place in the workspace', async () => {
  const workspace = makeWorkspace();
  workspace.edit('inventory/nodes/lenovo2.yaml', 'role: server', 'role: boss');
  const inputs = { inventory: join(workspace.folder, 'inventory') };
  const result = await runAction(bundle.main(), workspace, { inputs });
  expect(result.annotations[0]?.properties.file).toBe('inventory/nodes/lenovo2.yaml');
});
