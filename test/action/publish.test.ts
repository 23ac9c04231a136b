import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startArtifactService } from './support/artifactService.ts';
import { useBundle } from './support/bundle.ts';
import { pullRequest, push } from './support/events.ts';
import { runAction } from './support/runAction.ts';
import { unzip } from './support/unzip.ts';
import { makeWorkspace, runGit } from './support/workspace.ts';

const bundle = useBundle();

test('uploads the release as an artifact, with where it came from, and tells what it means', async () => {
  const service = await startArtifactService();
  const workspace = makeWorkspace();
  const base = workspace.git('rev-parse', 'HEAD');
  workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=210');
  const head = workspace.commit();
  const result = await runAction(bundle.main(), workspace, {
    inputs: { command: 'publish', 'artifact-name': 'our release', 'retention-days': '7' },
    event: push(base, head),
    environment: { ...service.environment, NODE_DEBUG: 'esm', RUNNER_DEBUG: '1' },
  });
  expect(result.code).toBe(0);
  expect(result.log).toMatch(/chunks\/artifact-/);
  const [artifact] = service.artifacts;
  const zip = artifact?.zip ?? Buffer.alloc(0);
  const digest = createHash('sha256').update(zip).digest('hex');
  expect(service.artifacts).toHaveLength(1);
  expect(artifact).toMatchObject({ name: 'our release', hash: `sha256:${digest}` });
  expect(artifact?.expiresAt).toMatch(/^\d{4}-/);
  expect(result.outputs).toMatchObject({
    'artifact-id': '101',
    'artifact-url': 'https://github.com/lerenn/lab/actions/runs/4711/artifacts/101',
    'artifact-digest': digest,
  });
  const files = unzip(zip);
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as {
    readonly release: { readonly id: string };
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  };
  expect(manifest.release.id).toBe(result.outputs.release);
  expect([...files.keys()].sort()).toEqual(
    [...manifest.files.map(({ path }) => path), 'manifest.json', 'origin.json'].sort(),
  );
  for (const { path, sha256 } of manifest.files) {
    expect(
      createHash('sha256')
        .update(files.get(path) ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }
  expect(JSON.parse(files.get('origin.json') ?? '')).toEqual({
    repository: 'lerenn/lab',
    commit: head,
    ref: 'refs/heads/main',
  });
  const path = result.outputs.path ?? '';
  expect(readFileSync(join(path, 'manifest.json'), 'utf8')).toBe(files.get('manifest.json'));
  expect(JSON.parse(result.outputs['changed-nodes'] ?? '')).toHaveLength(3);
  expect(result.summary).toContain('(https://github.com/lerenn/lab/actions/runs/4711/artifacts/101)');
  const masked = result.commands.filter(({ name }) => name === 'add-mask').map(({ message }) => message);
  expect(masked).toContain(service.signature);
});

test('a pull request from a fork publishes the very release that the same inventory has elsewhere', async () => {
  const workspace = makeWorkspace();
  const commit = workspace.git('rev-parse', 'HEAD');
  const event = pullRequest(commit, commit, 'somebody/lab');
  const services = [await startArtifactService(), await startArtifactService()] as const;
  const fork = await runAction(bundle.main(), workspace, {
    inputs: { command: 'publish' },
    event,
    environment: services[0].environment,
  });
  const owner = await runAction(bundle.main(), workspace, {
    inputs: { command: 'publish' },
    event: push(commit, commit),
    environment: { ...services[1].environment, K3S_TOKEN: 'a-secret-value-of-the-owner' },
  });
  expect([fork.code, owner.code]).toEqual([0, 0]);
  expect(fork.outputs.release).toBe(owner.outputs.release);
  expect(services[0].artifacts[0]?.name).toBe('pilotlight-release');
  expect(services[0].artifacts[0]?.expiresAt).toBeUndefined();
  const files = unzip(services[1].artifacts[0]?.zip ?? Buffer.alloc(0));
  const everything = [...files.values(), owner.log, owner.summary, JSON.stringify(owner.outputs)].join('\n');
  expect(everything).not.toContain('a-secret-value-of-the-owner');
  expect(everything).toContain('@@pilotlight:secret:K3S_TOKEN:1@@');
});

test('each of several sites has an artifact of its own; one with errors has none', async () => {
  const service = await startArtifactService();
  const workspace = makeWorkspace();
  workspace.git('mv', 'inventory', 'lab');
  workspace.write('inventory/.keep', '');
  workspace.git('mv', 'lab', 'inventory/lab');
  workspace.commit();
  for (const name of ['attic', 'broken']) {
    runGit(workspace.folder, ['read-tree', `--prefix=inventory/${name}/`, '-u', 'HEAD:inventory/lab']);
    workspace.edit(`inventory/${name}/site.yaml`, 'name: lab', `name: ${name}`);
  }
  workspace.edit('inventory/broken/nodes/lenovo1.yaml', 'role: server', 'role: boss');
  workspace.commit();
  const inputs = { command: 'publish', out: 'releases' };
  const { environment } = service;
  const result = await runAction(bundle.main(), workspace, { inputs, environment });
  expect(result.code).toBe(1);
  expect(service.artifacts.map(({ name }) => name)).toEqual([
    'pilotlight-release-attic',
    'pilotlight-release-lab',
  ]);
  expect(Object.keys(JSON.parse(result.outputs.releases ?? ''))).toEqual(['attic', 'lab']);
  expect(result.outputs.path).toBe(
    join(workspace.folder, 'releases', 'attic', 'releases', result.outputs.release ?? ''),
  );
  expect(result.summary).toContain('## Pilotlight: broken');
});

test('an artifact that is there already is one sentence with what to do, after everything else was told', async () => {
  const service = await startArtifactService(['pilotlight-release']);
  const result = await runAction(bundle.main(), makeWorkspace(), {
    inputs: { command: 'publish' },
    environment: service.environment,
  });
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)?.message).toContain('give each step and each job of a matrix its own');
  expect(result.outputs.release).toMatch(/^[0-9a-f]{64}$/);
  expect(result.outputs.path).not.toBe('');
  expect(result.summary).toContain('## Pilotlight: lab');
  expect(result.log).not.toMatch(/\n\s+at /);
});

test('outside of a workflow there is no place to upload to', async () => {
  const result = await runAction(bundle.main(), makeWorkspace(), { inputs: { command: 'publish' } });
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)?.message).toContain('from a step of a workflow only');
});

test('a folder that only has the name of the release is refused, not uploaded', async () => {
  const service = await startArtifactService();
  const workspace = makeWorkspace();
  const inputs = { command: 'publish', out: 'kept' };
  const step = { inputs, environment: service.environment };
  const { outputs } = await runAction(bundle.main(), workspace, { inputs: { command: 'check' } });
  const forged = join(workspace.folder, 'kept', 'releases', outputs.release ?? '');
  mkdirSync(forged, { recursive: true });
  writeFileSync(join(forged, 'manifest.json'), JSON.stringify({ release: { id: outputs.release } }));
  const result = await runAction(bundle.main(), workspace, step);
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)?.message).toContain('holds other files than that release');
  expect(service.artifacts).toEqual([]);
});

test.each(['kept', 'kept/releases'])('does not write through the link %s', async (link) => {
  const workspace = makeWorkspace();
  const elsewhere = join(workspace.around, 'elsewhere');
  mkdirSync(elsewhere);
  if (link.includes('/')) mkdirSync(join(workspace.folder, 'kept'));
  symlinkSync(elsewhere, join(workspace.folder, link));
  const result = await runAction(bundle.main(), workspace, { inputs: { command: 'publish', out: 'kept' } });
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)?.message).toContain('symbolic link');
});
