import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { useBundle } from '../action/support/bundle.ts';
import { smallImages } from '../action/support/storage.ts';
import { GithubModel } from '../fakes/githubModel.ts';
import { act } from './support/act.ts';
import { makeLab } from './support/lab.ts';
import { pushOf } from './support/payloads.ts';

const bundle = useBundle();

/** A workflow of a person who uses the reusable one. */
const caller = (inputs: Readonly<Record<string, string>>) => `name: lab
on:
  push:
    branches: [main]
jobs:
  pilotlight:
    uses: ./.github/workflows/deploy.yml
    with: ${JSON.stringify(inputs)}
`;

test('a push to main is validated, deployed by who calls the workflow, and told of', async (context) => {
  const { workspace } = makeLab();
  smallImages(workspace);
  const stick = join(workspace.around, 'work/stick');
  const images = join(workspace.around, 'runner/.cache/pilotlight/files');
  workspace.write('.github/workflows/lab.yml', caller({ to: stick, images, attest: 'false' }));
  const before = workspace.commit();
  workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=201');
  const event = pushOf(before, workspace.commit());
  const run = await act(context, workspace, bundle, { workflow: 'lab.yml', event });
  expect(run.code, run.log).toBe(0);
  expect(Object.values(run.jobs)).toEqual(['success', 'success', 'success', 'success']);
  expect(run.artifacts).toEqual(['pilotlight-deployed-lab', 'pilotlight-release', 'pilotlight-report']);
  const manifest = run.archive('pilotlight-release').get('manifest.json') ?? '';
  const { release } = JSON.parse(manifest) as { release: { id: string } };
  const deployed = join(stick, 'pilotlight/releases', release.id);
  expect(readFileSync(join(deployed, 'manifest.json'), 'utf8')).toBe(manifest);
  expect(existsSync(join(deployed, 'sealed'))).toBe(true);
  expect(JSON.parse(run.archive('pilotlight-deployed-lab').get('nodes.json') ?? '')).toEqual([]);
  expect(run.summary).toContain('### Nodes that need a reimage\n\nNone.');
  expect(run.pwned).toBe(false);
});

test('without a runner for it, this repository validates and attests what it would deploy', async (context) => {
  const { workspace, base } = makeLab();
  const event = pushOf(base, base);
  const run = await act(context, workspace, bundle, { workflow: 'deploy.yml', event });
  expect(run.code, run.log).toBe(0);
  expect(
    Object.keys(run.jobs)
      .map((name) => name.split('/').at(-1))
      .sort(),
  ).toEqual(['Attestation', 'Code scanning', 'Inventory']);
  const manifest = run.archive('pilotlight-release').get('manifest.json') ?? '';
  expect(run.kept('attested')).toBe(`${createHash('sha256').update(manifest).digest('hex')}\n`);
  expect(readdirSync(workspace.around)).not.toContain('stick');
});

test('what validate attested, GitHub has to know, or nothing is deployed', async (context) => {
  const { workspace } = makeLab();
  smallImages(workspace);
  const stick = join(workspace.around, 'work/stick');
  const images = join(workspace.around, 'runner/.cache/pilotlight/files');
  workspace.write('.github/workflows/lab.yml', caller({ to: stick, images, attest: 'true' }));
  const commit = workspace.commit();
  const github = new GithubModel();
  const environment = { GITHUB_API_URL: await github.start() };
  onTestFinished(() => github.close());
  const run = await act(context, workspace, bundle, {
    workflow: 'lab.yml',
    event: pushOf(commit, commit),
    environment,
    secrets: { GITHUB_TOKEN: 'a-token' },
  });
  expect(run.code).toBe(1);
  const [digest = ''] = run.kept('attested').split('\n');
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(github.asked).toContainEqual(expect.stringContaining(digest));
  expect(run.steps).toMatchObject({ Deploy: 'failure' });
  expect(readdirSync(stick)).toEqual([]);
});
