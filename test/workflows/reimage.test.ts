import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { act } from './support/act.ts';
import { makeLab } from './support/lab.ts';
import { hostileText } from './support/payloads.ts';
import { callsOf, recorder } from './support/recorder.ts';

/** What GitHub sends when somebody runs the workflow by hand: texts, also for what is true or false. */
const dispatch = (inputs: Readonly<Record<string, string>>) => ({
  name: 'workflow_dispatch',
  payload: {
    inputs,
    ref: 'refs/heads/main',
    repository: { full_name: 'lerenn/lab', default_branch: 'main' },
  },
});

const secrets = {
  ROUTER_SSH_KEY: 'the-key',
  PILOTLIGHT_SECRETS: 'K3S_TOKEN="a\'b c"',
  SOPS_AGE_KEY: 'AGE-SECRET-KEY-1',
};

test('what was planned and kept is what is carried out, with secrets that rest in memory only', async (context) => {
  const { workspace } = makeLab();
  const event = dispatch({ nodes: hostileText, bootstrap: 'true', 'drain-timeout': '10m' });
  const run = await act(context, workspace, recorder, { workflow: 'reimage.yml', event, secrets });
  expect(run.jobs, run.log).toEqual({ 'reimage/Plan': 'success', 'reimage/Carry it out': 'success' });
  const [planned, carriedOut, ...others] = callsOf(run);
  expect(others).toEqual([]);
  expect(planned?.inputs).toMatchObject({
    command: 'reimage',
    'dry-run': 'true',
    nodes: hostileText,
    bootstrap: 'true',
    changed: 'false',
    all: 'false',
    'drain-timeout': '10m',
    'ssh-key': 'the-key',
  });
  expect(planned).not.toHaveProperty('ageKey');
  expect(carriedOut?.plan).toBe(run.archive('pilotlight-reimage-plan').get('reimage-plan.json'));
  expect(carriedOut?.inputs).not.toHaveProperty('nodes');
  expect(carriedOut).toMatchObject({
    values: 'K3S_TOKEN="a\'b c"\n',
    mode: 0o600,
    ageKey: 'AGE-SECRET-KEY-1',
  });
  expect(carriedOut?.inputs.secrets).toMatch(/^\/dev\/shm\//);
  expect(existsSync(carriedOut?.inputs.secrets ?? '/')).toBe(false);
  expect(run.kept('ended')).toBe('reimage\nreimage\n');
  expect(run.summary).toBe('ran reimage\n\nran reimage\n');
  expect(run.pwned).toBe(false);
});

test.each([
  { 'dry-run': 'true', changed: 'true' },
  { 'dry-run': 'true', all: 'true', site: 'paris' },
])('%j ends with the plan', async (inputs) => {
  const { workspace } = makeLab();
  const context = { skip: (note?: string) => expect.unreachable(note) };
  const run = await act(context, workspace, recorder, {
    workflow: 'reimage.yml',
    event: dispatch(inputs),
    secrets,
  });
  expect(run.jobs, run.log).toEqual({ 'reimage/Plan': 'success' });
  const [planned] = callsOf(run);
  expect(planned?.inputs).toMatchObject({
    changed: inputs.changed ?? 'false',
    all: inputs.all ?? 'false',
    ...(inputs.site === undefined ? {} : { site: inputs.site }),
  });
  expect(run.artifacts).toEqual(['pilotlight-reimage-plan']);
});
