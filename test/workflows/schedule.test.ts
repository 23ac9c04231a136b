import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runGit } from '../action/support/workspace.ts';
import { act } from './support/act.ts';
import { makeLab } from './support/lab.ts';
import { callsOf, recorder } from './support/recorder.ts';

const event = {
  name: 'schedule',
  payload: { repository: { full_name: 'lerenn/lab', default_branch: 'main' } },
};

describe('drift', () => {
  test('looks at every site, by its own runner, and keeps an issue', async (context) => {
    const { workspace } = makeLab();
    const variables = { PILOTLIGHT_RUNNER: '["self-hosted"]' };
    const run = await act(context, workspace, recorder, { workflow: 'drift.yml', event, variables });
    expect(run.code, run.log).toBe(0);
    const calls = callsOf(run).map(({ inputs }) => [inputs.command, inputs.site, inputs.issue]);
    expect(calls.sort()).toEqual([
      ['status', 'lyon', 'true'],
      ['status', 'paris', 'true'],
    ]);
  });

  test('looks at nothing in this repository while it has no runner', async (context) => {
    const { workspace } = makeLab();
    const run = await act(context, workspace, recorder, { workflow: 'drift.yml', event });
    expect({ code: run.code, calls: callsOf(run) }).toEqual({ code: 0, calls: [] });
  });
});

describe('images', () => {
  test.each([
    ['opens', ''],
    ['updates', '7'],
  ])('a newer lock %s the pull request, on a branch of its own', async (_what, open) => {
    const { workspace } = makeLab();
    const origin = join(workspace.around, 'origin.git');
    execFileSync('git', ['init', '--quiet', '--bare', origin]);
    workspace.git('config', 'remote.origin.pushurl', origin);
    const programs = join(workspace.around, 'programs');
    const said = join(workspace.around, 'gh-said');
    mkdirSync(programs);
    writeFileSync(
      join(programs, 'gh'),
      `#!/bin/sh\nprintf '%s\\n' "$*" >>'${said}'\ncase $2 in list) echo '${open}' ;; edit|create) cat -- "$RUNNER_TEMP/pilotlight-images/summary.md" >>'${said}' ;; esac\n`,
    );
    chmodSync(join(programs, 'gh'), 0o755);
    const before = readFileSync(join(workspace.folder, 'inventory/images.lock.yaml'), 'utf8');
    const after = `${before}# newer\n`;
    const context = { skip: (note?: string) => expect.unreachable(note) };
    const run = await act(context, workspace, recorder, {
      workflow: 'images.yml',
      event,
      variables: { PILOTLIGHT_RUNNER: '["self-hosted"]' },
      environment: { STAND_IN_FILES: JSON.stringify({ 'inventory/images.lock.yaml': after }) },
      programs,
    });
    expect(run.jobs, run.log).toEqual({
      'images/Look for newer images': 'success',
      'images/Propose them': 'success',
    });
    const branch = 'pilotlight/images';
    expect(`${runGit(origin, ['show', `${branch}:inventory/images.lock.yaml`])}\n`).toBe(after);
    expect(runGit(origin, ['diff', '--name-only', `${branch}~1`, branch])).toBe('inventory/images.lock.yaml');
    const told = readFileSync(said, 'utf8');
    expect(told).toContain('auth setup-git\n');
    expect(told).toMatch(open === '' ? /^pr create --head pilotlight\/images --base main /m : /^pr edit 7 /m);
    expect(told).toContain('- Fedora CoreOS stable: 1 → 2, `$(touch pwned)`');
    expect(run.pwned).toBe(false);
  });
});
