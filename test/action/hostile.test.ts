import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useBundle } from './support/bundle.ts';
import { pullRequest } from './support/events.ts';
import { runAction, type StepResult } from './support/runAction.ts';
import { makeWorkspace, type Workspace } from './support/workspace.ts';

const bundle = useBundle();
const canary = 'canary-that-nobody-may-see';

/** A checkout with something beside it that the pull request is after. */
function withCanary(): Workspace {
  const workspace = makeWorkspace();
  writeFileSync(join(workspace.around, 'secret.txt'), canary);
  return workspace;
}

async function runAsFork(
  workspace: Workspace,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const base = workspace.git('rev-parse', 'HEAD');
  const head = workspace.commit();
  const event = pullRequest(base, head, 'mallory/lab');
  return runAction(bundle.main(), workspace, { inputs: { command: 'plan', ...inputs }, event });
}

/** What may never happen, whatever a pull request holds. */
function expectHarmless(result: StepResult, workspace: Workspace): void {
  const allowed = ['group', 'endgroup', 'error', 'warning', 'notice'];
  expect(result.commands.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([]);
  expect(result.changedEnvironment).toBe('');
  expect(JSON.stringify(result)).not.toContain(canary);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are the escapes that may be there
  expect(result.log.replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u009b]/);
  expect(result.summary).not.toMatch(/<(?:img|script|a|iframe)\b|\]\((?!https:\/\/github\.com\/lerenn\/)/i);
  expect(result.log).not.toMatch(/\n\s+at .*\.js:/);
  expect(readdirSync(workspace.folder, { recursive: true })).not.toContain('pwned');
  expect(existsSync(join(workspace.around, 'pwned'))).toBe(false);
  expect(Object.keys(result.outputs).sort()).toEqual(outputNames);
}

const outputNames = [
  'artifact-digest',
  'artifact-id',
  'artifact-url',
  'changed',
  'changed-nodes',
  'deployed',
  'drift',
  'drifted-nodes',
  'errors',
  'images-changed',
  'images-summary',
  'nodes',
  'path',
  'plan',
  'reimage-plan',
  'reimaged',
  'release',
  'releases',
  'warnings',
];

const injections = [
  '::set-output name=release::forged',
  '::add-mask::lenovo',
  '##[add-mask]lenovo',
  '##[add-path]/tmp',
  '%0A::add-mask::lenovo',
  '\n::add-mask::lenovo\n##[set-env name=PATH]x',
  '\r\n::stop-commands::',
  '\u001b]0;title\u0007\u001b[2J\u009b31m',
  '<img src=x onerror=alert(1)>[x](javascript:alert(1)) | ``` <script>',
  '![x](https://evil.example/p.png) @lerenn </details>',
  '$(touch pwned)`touch pwned`; touch pwned',
  'ghadelimiter_x\nrelease=forged',
  '\u202egnp.exe\u2066',
];

test.each(injections)('a value cannot command the runner, a terminal or a page: %j', async (text) => {
  const workspace = withCanary();
  const quoted = JSON.stringify(text);
  workspace.write(
    'inventory/site.yaml',
    `${readFileSync(join(workspace.folder, 'inventory/site.yaml'), 'utf8')}${quoted}: ${quoted}\n`,
  );
  workspace.edit(
    'inventory/nodes/lenovo1.yaml',
    'role: server',
    `role: ${quoted}\nlabels: { ${quoted}: ${quoted} }`,
  );
  workspace.write(
    'inventory/nodes/plain.yaml',
    `macs: [${quoted}]\n# ${text.replaceAll(/[\r\n]/g, ' ')}\naddress: ${text.replaceAll(/\s/g, ' ')}\n`,
  );
  const result = await runAsFork(workspace);
  expect(result.code).toBe(1);
  expect(Number(result.outputs.errors)).toBeGreaterThan(1);
  expect(result.annotations.length).toBeGreaterThan(1);
  expectHarmless(result, workspace);
});

test('names of files are no commands either', async () => {
  const workspace = withCanary();
  const names = [
    'a b.yaml',
    'a\n::add-mask::x.yaml',
    '$(touch pwned).yaml',
    '##[add-mask]x.yaml',
    '-rf.yaml',
  ];
  for (const name of names) workspace.write(`inventory/nodes/${name}`, 'role: boss\n');
  const result = await runAsFork(workspace);
  expect(result.code).toBe(1);
  expectHarmless(result, workspace);
});

test('an overlay reads no files, through a template, `local:` or a link', async () => {
  const workspace = withCanary();
  const way = '../../../../secret.txt';
  const templates = [
    `{% include "${way}" %}`,
    `{% render "${way}" %}`,
    `{% layout "${way}" %}`,
    `{{ "${way}" | read }}`,
    '{{ site.constructor.constructor("return process.env")() }}',
    '{{ "x".__proto__.constructor }}',
  ];
  const contents = templates.map(
    (text, index) => `    - path: /etc/t${index}\n      contents: { inline: ${JSON.stringify(text)} }\n`,
  );
  const local = [way, `/proc/self/environ`, join(workspace.around, 'secret.txt'), 'linked.txt'].map(
    (path, index) => `    - path: /etc/l${index}\n      contents: { local: ${JSON.stringify(path)} }\n`,
  );
  const header = 'variant: fcos\nversion: 1.7.0\nstorage:\n  files:\n';
  workspace.write('inventory/overlays/longhorn.bu', `${header}${contents.join('')}`);
  workspace.write('inventory/overlays/local.bu', `${header}${local.join('')}`);
  workspace.edit(
    'inventory/site.yaml',
    'overlays: [longhorn.bu]',
    `overlays: [longhorn.bu, local.bu, linked.bu, ${way}]`,
  );
  symlinkSync(join(workspace.around, 'secret.txt'), join(workspace.folder, 'inventory/linked.txt'));
  symlinkSync(join('../..', way), join(workspace.folder, 'inventory/overlays/linked.bu'));
  const result = await runAsFork(workspace);
  expect(result.code).toBe(1);
  expectHarmless(result, workspace);
});

test('a repository inside the inventory names no program for Git to run', async () => {
  const workspace = withCanary();
  for (const folder of ['objects', 'refs']) workspace.write(`inventory/${folder}/.keep`, '');
  workspace.write('inventory/HEAD', 'ref: refs/heads/main\n');
  const monitor = `touch ${join(workspace.around, 'pwned')}; false`;
  workspace.write(
    'inventory/config',
    `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = "."\n\tfsmonitor = "${monitor}"\n`,
  );
  const result = await runAsFork(workspace);
  expectHarmless(result, workspace);
});

test('a folder that is called like the base commit is not taken for a release', async () => {
  const workspace = withCanary();
  const base = workspace.git('rev-parse', 'HEAD');
  workspace.write(`${base}/manifest.json`, '{}');
  workspace.edit('inventory/site.yaml', 'max-pods=200', 'max-pods=210');
  const result = await runAsFork(workspace);
  expect(result.code).toBe(0);
  expect(JSON.parse(result.outputs['changed-nodes'] ?? '')).toHaveLength(3);
  expectHarmless(result, workspace);
});

test('neither the inventory nor a file to write is reached through a link out of the workspace', async () => {
  const workspace = withCanary();
  const elsewhere = join(workspace.around, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(workspace.folder, 'linked'));
  symlinkSync(join(elsewhere, 'new.sarif'), join(workspace.folder, 'findings.sarif'));
  const tries = [
    { inventory: 'linked' },
    { 'sarif-file': 'findings.sarif' },
    { 'sarif-file': 'linked/a/b.sarif' },
  ];
  for (const inputs of tries) {
    const result = await runAction(bundle.main(), workspace, { inputs });
    expect(result.code).toBe(1);
    expect(result.annotations).toHaveLength(1);
    expect(result.annotations[0]?.message).toContain('symbolic link');
  }
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('secrets of the environment are in nothing that is written', async () => {
  const workspace = withCanary();
  const environment = { K3S_TOKEN: canary, GITHUB_TOKEN: canary, RUNNER_DEBUG: '1' };
  const result = await runAction(bundle.main(), workspace, {
    inputs: { out: 'kept', command: 'plan' },
    environment,
  });
  expect(result.code).toBe(0);
  expectHarmless({ ...result, commands: result.commands.filter(({ name }) => name !== 'debug') }, workspace);
  const kept = join(workspace.folder, 'kept');
  for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      expect(readFileSync(join(entry.parentPath, entry.name), 'utf8')).not.toContain(canary);
  }
});
