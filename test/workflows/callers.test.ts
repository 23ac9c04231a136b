import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Setup } from '../../src/init/repository/setup.ts';
import { workflowNames, workflowText } from '../../src/init/repository/workflows.ts';
import { read, root } from '../project/project.ts';
import { requireTool } from '../tools/tools.ts';

type Rights = Readonly<Record<string, 'read' | 'write'>>;
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly permissions?: Rights; readonly uses?: string }>>;
}

const setup = { inventory: 'inventory', version: 'v1' } as Setup;

/** Workflows that call ours, by a name: those of the page, and those that `init` writes. */
const callers = new Map<string, string>([
  ...[...read('docs/workflows.md').matchAll(/```yaml\n(name: (\w+)\n.*?)```/gs)].map(
    ([, text = '', name]) => [`page-${name}`, text] as const,
  ),
  ...workflowNames.map((name) => [`init-${name}`, workflowText(name, setup)] as const),
]);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotlight-callers-'));
  const workflows = join(folder, '.github/workflows');
  mkdirSync(workflows, { recursive: true });
  cpSync(join(root, '.github/workflows'), workflows, { recursive: true });
  cpSync(join(root, '.github/actionlint.yaml'), join(folder, '.github/actionlint.yaml'));
  execFileSync('git', ['init', '--quiet', folder]);
  // As if ours were in the same repository: then actionlint looks into what is called.
  for (const [name, text] of callers)
    writeFileSync(
      join(workflows, `${name}.yml`),
      text.replace(/lerenn\/pilotlight\/(\.github\/\S+)@\S+/, './$1'),
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there are five on the page, and five of init', () => {
  expect([...callers.keys()].sort()).toEqual(
    ['init', 'page'].flatMap((of) => workflowNames.map((name) => `${of}-${name}`)).sort(),
  );
});

test('callers give ours the inputs and secrets that they have', (context) => {
  const { status, stdout } = spawnSync(requireTool('actionlint', context), ['-no-color'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('zizmor finds nothing in what init writes but that its version is a tag', (context) => {
  const written = join(folder, 'written/.github/workflows');
  mkdirSync(written, { recursive: true });
  for (const name of workflowNames)
    writeFileSync(
      join(written, `${name}.yml`),
      workflowText(name, setup).replace('@v1', `@${'a'.repeat(40)} # v1.0.0`),
    );
  const program = join(requireTool('zizmor', context), 'bin/zizmor');
  const args = ['--offline', '--no-progress', '--color=never', join(folder, 'written')];
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No findings/) });
});

describe.each([...callers])('%s', (name, text) => {
  test('grants what the jobs below may use, as GitHub wants it before anything runs', () => {
    const granted = Object.values((parse(text) as Workflow).jobs)[0]?.permissions ?? {};
    expect(granted).toEqual(neededBy(`${name.replace(/^\w+-/, '')}.yml`));
  });
});

/** The most that any job of a workflow takes, or of those that it calls. */
function neededBy(file: string): Rights {
  const needed: Record<string, 'read' | 'write'> = {};
  for (const { permissions = {}, uses } of Object.values(
    (parse(read(`.github/workflows/${file}`)) as Workflow).jobs,
  )) {
    const below = uses === undefined ? {} : neededBy(uses.split('/').at(-1) ?? '');
    for (const [right, level] of [...Object.entries(permissions), ...Object.entries(below)])
      if (needed[right] !== 'write') needed[right] = level;
  }
  return needed;
}
