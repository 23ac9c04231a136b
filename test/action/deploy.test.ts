import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { runAction, type Step, type StepResult } from './support/runAction.ts';
import { pathsBelow, smallImages } from './support/storage.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();

function ready(): Workspace {
  const workspace = makeWorkspace();
  smallImages(workspace);
  workspace.commit();
  return workspace;
}

function deploy(workspace: Workspace, inputs: Step['inputs'] = {}, step: Step = {}): Promise<StepResult> {
  const all = { command: 'deploy', to: '../stick', ...inputs };
  return runAction(bundle.main(), workspace, { ...step, inputs: all });
}

const stick = (workspace: Workspace, ...path: string[]) =>
  join(workspace.folder, '../stick/pilotlight', ...path);

describe('deploy', () => {
  test('brings the release to a folder, and says so in outputs and summary', async () => {
    const workspace = ready();
    const result = await deploy(workspace);
    expect(result.log).not.toContain('::error');
    expect(result.code).toBe(0);
    const { deployed = '', release, plan = '' } = result.outputs;
    expect(deployed).toMatch(/^[0-9a-f]{64}$/);
    expect(result.outputs).toMatchObject({ release: deployed, changed: 'true' });
    expect(JSON.parse(plan)).toMatchObject({ lab: { release, base: null } });
    expect(JSON.parse(readFileSync(stick(workspace, 'releases', deployed, 'origin.json'), 'utf8'))).toEqual({
      repository: 'lerenn/lab',
      commit: workspace.git('rev-parse', 'HEAD'),
      ref: 'refs/heads/main',
    });
    expect(pathsBelow(stick(workspace, 'state')).join(' ')).toContain('current.');
    expect(result.summary).toContain('deploy of lab');
    expect(result.summary).toContain(deployed.slice(0, 12));
    expect(result.state).toEqual({ locks: '[]' });
  });

  test('has nothing to do the second time', async () => {
    const workspace = ready();
    const first = await deploy(workspace);
    const before = pathsBelow(stick(workspace));
    const second = await deploy(workspace);
    expect(second.code).toBe(0);
    expect(second.outputs).toMatchObject({ deployed: first.outputs.deployed, changed: 'false' });
    expect(second.state).toEqual({});
    expect(pathsBelow(stick(workspace))).toEqual(before);
  });

  test('only plans in a dry run', async () => {
    const workspace = ready();
    const result = await deploy(workspace, { 'dry-run': 'true' });
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ deployed: '', changed: 'true' });
    expect(JSON.parse(result.outputs.plan ?? '').lab.changes).not.toEqual([]);
    expect(result.summary).toContain('would be deployed');
    expect(pathsBelow(stick(workspace))).toEqual([]);
  });

  test.each(['true', 'false'])('says what stands in the way, with dry-run: %s', async (dryRun) => {
    const workspace = ready();
    const result = await deploy(workspace, { 'dry-run': dryRun, images: 'elsewhere' });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('fedora-coreos-44.20260707.3.1-live-rootfs.x86_64');
    expect(result.summary).toContain('cannot be deployed');
    expect(result.outputs.deployed).toBe('');
    expect(pathsBelow(stick(workspace))).toEqual([]);
  });

  test('takes a published release as it is', async () => {
    const workspace = ready();
    const { outputs } = await runAction(bundle.main(), workspace, {
      inputs: { command: 'plan', out: '../kept' },
    });
    workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=210');
    const release = `../kept/releases/${outputs.release}`;
    const result = await deploy(workspace, {
      release,
      'expect-release': outputs.release?.slice(0, 12) ?? '',
    });
    expect(result.code).toBe(0);
    expect(result.outputs.deployed).toBe(outputs.release);
  });

  test('refuses another release than the one that was validated', async () => {
    const workspace = ready();
    const result = await deploy(workspace, { 'expect-release': 'ab'.repeat(32) });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('not the one that was expected');
    expect(pathsBelow(stick(workspace))).toEqual([]);
  });

  test('leaves a site with findings as it is, as severe as fail-on says', async () => {
    const workspace = ready();
    const site = readFileSync(join(workspace.folder, 'inventory/site.yaml'), 'utf8');
    workspace.write('inventory/site.yaml', site.replace(/ {4}hostKeys:\n.*\n/, '    port: 22\n'));
    const strict = await deploy(workspace, { 'fail-on': 'warning' });
    expect(strict.code).toBe(1);
    expect(strict.outputs).toMatchObject({ warnings: '1', deployed: '', plan: '{}' });
    expect(pathsBelow(stick(workspace))).toEqual([]);
    const lax = await deploy(workspace);
    expect(lax.code).toBe(0);
    expect(existsSync(stick(workspace, 'releases', lax.outputs.deployed ?? ''))).toBe(true);
  });

  test('goes to the folder that the inventory names', async () => {
    const workspace = ready();
    const share = join(workspace.around, 'share');
    workspace.edit('inventory/site.yaml', 'router:\n', `router:\n  target: directory\n  storage: ${share}\n`);
    const result = await deploy(workspace, { to: '', 'dry-run': 'true' });
    expect(result.code).toBe(0);
    expect(JSON.parse(result.outputs.plan ?? '').lab.target).toContain(share);
  });
});
