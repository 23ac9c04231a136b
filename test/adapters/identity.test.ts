import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { identity } from '../../src/adapters/identity.ts';

const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'lerenn/lab',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_RUN_ID: '16000000000',
  GITHUB_SERVER_URL: 'https://git.example.org',
  RUNNER_NAME: 'nas',
};

test('a person is a user on a machine', () => {
  expect(identity({})).toEqual({
    who: expect.stringMatching(/.@/),
    host: hostname(),
    process: process.pid,
  });
  expect(identity({ ...github, GITHUB_ACTIONS: undefined }).who).toMatch(`@${hostname()}`);
});

test('a workflow is its run, with its page', () => {
  expect(identity(github)).toEqual({
    who: 'lerenn/lab run 42 on nas',
    url: 'https://git.example.org/lerenn/lab/actions/runs/16000000000',
    host: hostname(),
    process: process.pid,
  });
});
