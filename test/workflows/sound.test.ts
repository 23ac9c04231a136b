import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read, root } from '../project/project.ts';
import { requireTool } from '../tools/tools.ts';

const folder = '.github/workflows';
const names = readdirSync(join(root, folder)).sort();

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly uses?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

test('actionlint finds nothing, and has shellcheck look at the scripts', (context) => {
  requireTool('shellcheck', context);
  const { status, stdout, stderr } = spawnSync(requireTool('actionlint', context), ['-no-color'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('zizmor finds nothing', (context) => {
  const program = join(requireTool('zizmor', context), 'bin/zizmor');
  const { status, stdout } = spawnSync(
    program,
    ['--offline', '--no-progress', '--color=never', '.github', 'action.yml'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No findings/) });
});

describe.each(names)('%s', (name) => {
  const text = read(join(folder, name));
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  test('gives each job only the permissions that it names', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) expect(job.permissions).toBeDefined();
  });

  test('pins what is of others by commit, with the version beside it', () => {
    for (const [, used = ''] of text.matchAll(/uses: (.+)/g))
      expect(used).toMatch(/^(\.\/|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
  });

  test('keeps no token in a checkout, puts no expression into a script, and ends by itself', () => {
    for (const { uses, run, with: inputs } of steps) {
      if (uses?.startsWith('actions/checkout@')) expect(inputs?.['persist-credentials']).toBe(false);
      expect(run ?? '').not.toContain('${{');
    }
    for (const job of jobs) if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('never runs for a pull request with the rights of the repository', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });
});

test.each(['validate', 'deploy', 'reimage', 'images', 'drift'])('%s is reusable', (name) => {
  const workflow = parse(read(resolve(root, folder, `${name}.yml`).slice(root.length + 1))) as Workflow;
  expect(Object.keys(workflow.on)).toContain('workflow_call');
});
