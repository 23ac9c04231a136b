import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { pullRequest, push, zeros } from './support/events.ts';
import { runAction, type StepResult } from './support/runAction.ts';
import { makeWorkspace, runGit } from './support/workspace.ts';

const bundle = useBundle();

function release({ outputs }: StepResult): string {
  return outputs.release ?? '';
}

function nodes({ outputs }: StepResult): Record<string, string>[] {
  return JSON.parse(outputs.nodes ?? '') as Record<string, string>[];
}

describe('check', () => {
  test('answers the release and a matrix of nodes, and leaves nothing behind', async () => {
    const workspace = makeWorkspace();
    const result = await runAction(bundle.main(), workspace);
    expect(result.code).toBe(0);
    expect(result.errorOutput).toBe('');
    expect(release(result)).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(result.outputs.releases ?? '')).toEqual({ lab: release(result) });
    expect(nodes(result).map(({ site, name, role, address }) => [site, name, role, address])).toEqual([
      ['lab', 'lenovo1', 'server', '192.168.26.11'],
      ['lab', 'lenovo2', 'server', '192.168.26.12'],
      ['lab', 'lenovo3', 'server', '192.168.26.13'],
    ]);
    for (const { hostname, digest } of nodes(result)) {
      expect(hostname).toMatch(/^lenovo\d\.lab\.home\.lerenn\.net$/);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(result.outputs).toMatchObject({ errors: '0', warnings: '0', path: '', 'changed-nodes': '[]' });
    expect(result.outputs['artifact-id']).toBe('');
    expect(result.annotations).toEqual([]);
    expect(result.changedEnvironment).toBe('');
    expect(result.summary).toContain('## Pilotlight: lab');
    expect(workspace.git('status', '--porcelain')).toBe('');
    expect(readdirSync(join(workspace.around, 'runner', 'temp'))).toEqual(['pilotlight-cache']);
  });

  test('shows findings on their lines, and fails with one sentence', async () => {
    const workspace = makeWorkspace();
    workspace.edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.11');
    const commit = workspace.commit();
    const result = await runAction(bundle.main(), workspace);
    expect(result.code).toBe(1);
    const [first, last] = [result.annotations[0], result.annotations.at(-1)];
    expect(first).toMatchObject({
      name: 'error',
      properties: { file: expect.stringMatching(/^inventory\/nodes\/lenovo[12]\.yaml$/) },
    });
    expect(first?.properties.title).toMatch(/^PL1204 /);
    expect(Number(first?.properties.line)).toBeGreaterThan(1);
    expect(Number(first?.properties.endColumn)).toBeGreaterThan(Number(first?.properties.col));
    expect(last).toEqual({
      name: 'error',
      properties: {},
      message: '1 error in the inventory of 3 nodes: the log and the summary say where',
    });
    expect(result.outputs).toMatchObject({ errors: '1', release: '', releases: '{}', nodes: '[]' });
    expect(result.summary).toContain(`https://github.com/lerenn/lab/blob/${commit}/inventory/nodes/lenovo`);
    expect(result.log).toContain('\u001b[31m');
  });

  test('shows as many annotations as GitHub does, errors first, and counts the rest', async () => {
    const workspace = makeWorkspace();
    const wrong = Array.from({ length: 30 }, (_, index) => `wrong${index}: 1\n`).join('');
    workspace.write(
      'inventory/site.yaml',
      `${readFileSync(join(workspace.folder, 'inventory/site.yaml'), 'utf8')}${wrong}`,
    );
    const result = await runAction(bundle.main(), workspace);
    const errors = result.annotations.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.message).toMatch(/^30 errors/);
    expect(result.annotations.slice(0, 9).every(({ name }) => name === 'error')).toBe(true);
    expect(result.summary).toContain('21 more findings than GitHub shows as annotations');
  });

  test('without annotations and summary there are none, and SARIF is written where asked', async () => {
    const workspace = makeWorkspace();
    workspace.edit('inventory/site.yaml', 'name: lab', 'nane: lab');
    const inputs = { annotations: 'false', summary: 'False', 'sarif-file': 'reports/findings.sarif' };
    const result = await runAction(bundle.main(), workspace, { inputs });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.summary).toBe('');
    const sarif = JSON.parse(readFileSync(join(workspace.folder, 'reports/findings.sarif'), 'utf8'));
    expect(sarif.runs[0].results.length).toBe(Number(result.outputs.errors));
  });

  test('explains a folder without an inventory', async () => {
    const workspace = makeWorkspace();
    const result = await runAction(bundle.main(), workspace, { inputs: { inventory: 'machines' } });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('there is no folder machines');
  });

  test('an unknown site is one clear sentence', async () => {
    const result = await runAction(bundle.main(), makeWorkspace(), { inputs: { site: 'cellar' } });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('sites there: lab');
    expect(result.log).not.toMatch(/\n\s+at /);
  });
});

describe('plan', () => {
  test('compares a pull request with its base', async () => {
    const workspace = makeWorkspace();
    const base = workspace.git('rev-parse', 'HEAD');
    workspace.edit('inventory/nodes/lenovo2.yaml', 'S4ENNX0R101743', 'S4ENNX0R999999');
    workspace.edit('inventory/nodes/lenovo2.yaml', '192.168.26.12', '192.168.26.22');
    const head = workspace.commit();
    const event = pullRequest(base, head);
    const result = await runAction(bundle.main(), workspace, { inputs: { command: 'plan' }, event });
    expect(result.code).toBe(0);
    expect(JSON.parse(result.outputs['changed-nodes'] ?? '')).toEqual(['lenovo2.lab.home.lerenn.net']);
    expect(result.summary).toContain('data at risk');
    expect(result.summary).toContain('```diff');
    const risk = result.annotations.find(({ properties }) => properties.title?.startsWith('PL4020'));
    expect(risk).toMatchObject({
      name: 'warning',
      properties: { file: 'inventory/nodes/lenovo2.yaml', line: '7' },
    });
    expect(result.commands.map(({ name }) => name)).toContain('group');
    expect(result.outputs.path).toBe('');
  });

  test('a warning fails the step where that was asked for', async () => {
    const workspace = makeWorkspace();
    const base = workspace.git('rev-parse', 'HEAD');
    workspace.edit('inventory/nodes/lenovo2.yaml', 'S4ENNX0R101743', 'S4ENNX0R999999');
    const event = push(base, workspace.commit());
    const inputs = { command: 'plan', 'fail-on': 'warning' };
    const result = await runAction(bundle.main(), workspace, { inputs, event });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)?.message).toContain('`fail-on` is `warning`');
  });

  test('says that a first push has nothing to be compared with', async () => {
    const workspace = makeWorkspace();
    const event = push(zeros, workspace.git('rev-parse', 'HEAD'));
    const result = await runAction(bundle.main(), workspace, { inputs: { command: 'plan' }, event });
    expect(result.code).toBe(0);
    expect(result.annotations).toEqual([
      {
        name: 'notice',
        properties: {},
        message: 'nothing was compared: this is the first push of the branch',
      },
    ]);
    expect(result.summary).toContain('this is the first push of the branch');
    expect(result.outputs['changed-nodes']).toBe('[]');
  });

  test('says how to mend a shallow checkout, and fails', async () => {
    const origin = makeWorkspace();
    const base = origin.git('rev-parse', 'HEAD');
    origin.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=210');
    const head = origin.commit();
    const workspace = makeWorkspace({ empty: true });
    runGit(workspace.around, ['clone', '--quiet', '--depth', '1', `file://${origin.folder}`, 'work/shallow']);
    const shallow = { ...workspace, folder: join(workspace.around, 'work/shallow') };
    const step = { inputs: { command: 'plan' }, event: push(base, head), commit: head };
    const result = await runAction(bundle.main(), shallow, step);
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('fetch-depth: 0');
    const checked = await runAction(bundle.main(), shallow, { ...step, inputs: { command: 'check' } });
    expect(checked.code).toBe(0);
    expect(checked.annotations).toEqual([]);
  });

  test('a commit that a force push removed is only told', async () => {
    const workspace = makeWorkspace();
    const event = push('1'.repeat(40), workspace.git('rev-parse', 'HEAD'));
    const result = await runAction(bundle.main(), workspace, { inputs: { command: 'plan' }, event });
    expect(result.code).toBe(0);
    expect(result.annotations[0]).toMatchObject({
      name: 'notice',
      message: expect.stringContaining('force push'),
    });
  });

  test('a base that is broken does not keep its repair from being merged', async () => {
    const workspace = makeWorkspace();
    workspace.edit('inventory/site.yaml', 'name: lab', 'nane: lab');
    const base = workspace.commit();
    workspace.edit('inventory/site.yaml', 'nane: lab', 'name: lab');
    const event = pullRequest(base, workspace.commit());
    const result = await runAction(bundle.main(), workspace, { inputs: { command: 'plan' }, event });
    expect(result.code).toBe(0);
    expect(result.annotations[0]).toMatchObject({
      name: 'warning',
      message: expect.stringContaining('has errors'),
    });
  });

  test('compares with a branch of the remote, and keeps the release where asked', async () => {
    const origin = makeWorkspace();
    const workspace = makeWorkspace({ empty: true });
    runGit(workspace.around, ['clone', '--quiet', `file://${origin.folder}`, 'work/clone']);
    const clone = join(workspace.around, 'work/clone');
    runGit(clone, ['checkout', '--quiet', '--detach']);
    runGit(clone, ['branch', '--quiet', '--delete', '--force', 'main']);
    const step = {
      inputs: { command: 'plan', against: 'main', out: 'kept' },
      commit: '0'.repeat(39).concat('1'),
    };
    const result = await runAction(bundle.main(), { ...workspace, folder: clone }, step);
    expect(result.code).toBe(0);
    expect(result.log).toContain('same release');
    expect(result.outputs.path).toBe(join(clone, 'kept', 'releases', release(result)));
    expect(existsSync(join(clone, 'kept', 'releases', release(result), 'manifest.json'))).toBe(true);
  });

  test('fails where what it was asked to compare with is not there', async () => {
    const step = { inputs: { command: 'plan', against: 'nowhere' } };
    const result = await runAction(bundle.main(), makeWorkspace(), step);
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('neither a release nor a commit');
  });
});

test('several sites: releases by name, nodes of all in one matrix, a summary each', async () => {
  const workspace = makeWorkspace();
  workspace.git('mv', 'inventory', 'lab');
  workspace.write('inventory/.keep', '');
  workspace.git('mv', 'lab', 'inventory/lab');
  const base = workspace.commit();
  runGit(workspace.folder, ['read-tree', '--prefix=inventory/attic/', '-u', 'HEAD:inventory/lab']);
  workspace.edit('inventory/attic/site.yaml', 'name: lab', 'name: attic');
  const head = workspace.commit();
  const step = { inputs: { command: 'plan' }, event: push(base, head) };
  const result = await runAction(bundle.main(), workspace, step);
  expect(result.code).toBe(0);
  const releases = JSON.parse(result.outputs.releases ?? '') as Record<string, string>;
  expect(Object.keys(releases)).toEqual(['attic', 'lab']);
  expect(release(result)).toBe(releases.attic);
  expect(nodes(result).map(({ site, name }) => `${site}/${name}`)).toEqual(
    ['attic', 'lab'].flatMap((site) => [1, 2, 3].map((number) => `${site}/lenovo${number}`)),
  );
  expect(result.summary).toContain('## Pilotlight: attic');
  expect(result.summary).toContain('## Pilotlight: lab');
  const only = await runAction(bundle.main(), workspace, { inputs: { site: 'lab' } });
  expect(JSON.parse(only.outputs.releases ?? '')).toEqual({ lab: releases.lab });
});

test('runs with the Node of an older runner as well, and loads the artifact client for nobody', async (context) => {
  const old = '/usr/bin/node';
  if (!existsSync(old)) context.skip('needs a second Node');
  const result = await runAction(bundle.main(), makeWorkspace(), {
    node: old,
    environment: { NODE_DEBUG: 'esm' },
  });
  expect(result.code).toBe(0);
  expect(result.log).toContain('action/main.js');
  expect(result.log).not.toMatch(/chunks\/artifact-/);
});
