import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { pullRequest, push, workflowRun } from './support/events.ts';
import { runAction } from './support/runAction.ts';
import { pathsBelow, smallImages } from './support/storage.ts';
import { makeWorkspace } from './support/workspace.ts';

const bundle = useBundle();
const commit = 'c'.repeat(40);
const key = 'not-even-looked-at';

const strangers = [
  ['a fork', pullRequest(commit, commit, 'mallory/lab'), 'mallory/lab'],
  [
    'a fork, with the secrets of the base',
    { ...pullRequest(commit, commit, 'mallory/lab'), name: 'pull_request_target' },
    'mallory/lab',
  ],
  ['a fork that is gone', pullRequest(commit, commit, null), 'gone'],
  ['a run that a fork started', workflowRun('mallory/lab'), 'mallory/lab'],
  ['a name that only looks like it', pullRequest(commit, commit, 'lerenn/lab2'), 'lerenn/lab2'],
  ['nobody knows whom', { name: 'pull_request_target', payload: 'nothing' }, 'without a name'],
] as const;

test.each(strangers)('what comes from %s is not deployed, not even planned', async (_, event, words) => {
  const workspace = makeWorkspace();
  smallImages(workspace);
  for (const dryRun of ['true', 'false']) {
    const inputs = { command: 'deploy', to: '../stick', 'dry-run': dryRun, 'ssh-key': key };
    const result = await runAction(bundle.main(), workspace, { inputs, event });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain(words);
    expect(result.annotations[0]?.message).toContain('is not deployed');
    expect(result.commands.map(({ name }) => name)).toEqual(['error']);
    expect(JSON.stringify(result)).not.toContain(key);
    expect(result.summary + result.changedEnvironment).toBe('');
  }
  expect(pathsBelow(join(workspace.folder, '../stick'))).toEqual([]);
});

test.each([
  ['a pull request of the repository itself', pullRequest(commit, commit, 'LERENN/lab')],
  ['a run of the repository itself', workflowRun('lerenn/lab')],
  ['a push', push(commit, commit)],
])('what comes from %s is', async (_, event) => {
  const workspace = makeWorkspace();
  smallImages(workspace);
  const inputs = { command: 'deploy', to: '../stick', 'dry-run': 'true' };
  const result = await runAction(bundle.main(), workspace, { inputs, event });
  expect(result.code).toBe(0);
  expect(result.outputs.changed).toBe('true');
});
