import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GithubModel } from '../fakes/githubModel.ts';
import { newSigstore, provenance } from '../fakes/sigstoreModel.ts';
import { useBundle } from './support/bundle.ts';
import { pullRequest } from './support/events.ts';
import { runAction, type Step, type StepResult } from './support/runAction.ts';
import { pathsBelow, smallImages } from './support/storage.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();
const model = new GithubModel();
let url = '';
beforeAll(async () => {
  url = await model.start();
});
afterAll(() => model.close());

async function step(
  workspace: Workspace,
  inputs: Readonly<Record<string, string>>,
  more: Step = {},
): Promise<StepResult> {
  const result = await runAction(bundle.main(), workspace, {
    ...more,
    inputs: { 'github-token': 'a-token', ...inputs },
    environment: { GITHUB_API_URL: url },
  });
  const told = result.commands.filter(({ name }) => name !== 'add-mask').map(({ message }) => message);
  expect(
    [...told, result.summary, JSON.stringify(result.outputs), result.changedEnvironment].join(''),
  ).not.toContain('a-token');
  return result;
}

test('a pull request has one comment, which follows it; a fork without a token that may write has a notice', async () => {
  const workspace = makeWorkspace();
  const base = workspace.git('rev-parse', 'HEAD');
  workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=210');
  const event = pullRequest(base, workspace.commit());
  const first = await step(
    workspace,
    { command: 'plan', comment: 'true', 'report-file': 'r/site.html' },
    { event },
  );
  expect(first.annotations).toEqual([]);
  expect(model.comments).toHaveLength(1);
  expect(model.comments[0]?.body).toContain('🔁 3 reimage needed');
  expect(readFileSync(join(workspace.folder, 'r/site.html'), 'utf8')).toContain('<!doctype html>');
  workspace.edit('inventory/site.yaml', 'max-pods=210', 'max-pods=200');
  const second = pullRequest(base, workspace.commit());
  await step(workspace, { command: 'plan', comment: 'true' }, { event: second });
  expect(model.comments).toHaveLength(1);
  expect(model.comments[0]?.body).toContain('3 no change');
  model.mayWrite = false;
  workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=220');
  const third = pullRequest(base, workspace.commit(), 'mallory/lab');
  const fork = await step(workspace, { command: 'plan', comment: 'true' }, { event: third });
  model.mayWrite = true;
  expect(fork.code).toBe(0);
  expect(fork.annotations.map(({ name, message }) => [name, message])).toEqual([
    ['notice', expect.stringContaining('Resource not accessible by integration')],
  ]);
});

test('what is attested is deployed; the issue is there while that is not so', async () => {
  const workspace = makeWorkspace();
  smallImages(workspace);
  const status = { command: 'status', to: '../stick', issue: 'true' };
  const before = await step(workspace, status);
  expect(before.outputs).toMatchObject({ drift: 'true', 'drifted-nodes': '[]' });
  expect(model.issues).toMatchObject([
    { title: 'Pilotlight: lab is not as the inventory says', state: 'open' },
  ]);

  await step(workspace, { command: 'plan', out: 'kept', against: 'HEAD' });
  const [id = ''] = pathsBelow(join(workspace.folder, 'kept/releases'));
  const release = join(workspace.around, 'release');
  cpSync(join(workspace.folder, 'kept/releases', id), release, { recursive: true });
  const manifest = readFileSync(join(release, 'manifest.json'));
  const digest = createHash('sha256').update(manifest).digest('hex');
  const sigstore = await newSigstore();
  writeFileSync(join(workspace.around, 'root.jsonl'), sigstore.trustedRoot);
  const deploy = {
    command: 'deploy',
    to: '../stick',
    release,
    'require-attestation': 'true',
    'attestation-workflow': '.github/workflows/deploy.yml@refs/heads/main',
    'trusted-root': join(workspace.around, 'root.jsonl'),
  };
  const none = await step(workspace, deploy);
  expect([none.code, none.annotations[0]?.message]).toEqual([1, expect.stringContaining('it has none')]);
  const stranger = { repository: 'https://github.com/mallory/lab' };
  model.attestations.set(digest, [await sigstore.attest(provenance(digest), stranger)]);
  const strange = await step(workspace, deploy);
  expect(strange.annotations[0]?.message).toContain('made by https://github.com/mallory/lab');
  expect(pathsBelow(join(workspace.folder, '../stick'))).toEqual([]);
  model.attestations.set(digest, [await sigstore.attest(provenance(digest))]);
  const done = await step(workspace, deploy);
  expect(done.annotations).toEqual([]);
  expect(done.outputs.deployed).toBe(id);
  expect(done.log).toContain(
    'the release is attested by https://github.com/lerenn/lab/.github/workflows/deploy.yml',
  );

  const after = await step(workspace, status);
  expect(after.outputs).toMatchObject({ drift: 'false', 'drifted-nodes': '[]' });
  expect(model.issues).toMatchObject([
    { state: 'closed', body: expect.stringContaining('Everything is as') },
  ]);
});
