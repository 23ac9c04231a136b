import { expect, test } from 'vitest';
import { sshCredentials } from '../../../src/adapters/storage/credentials.ts';

test.each([
  [{}, undefined, {}],
  [{ SSH_AUTH_SOCK: '/run/agent' }, undefined, { agent: '/run/agent' }],
  [{ SSH_AUTH_SOCK: '/run/agent', PILOTLIGHT_SSH_KEY: 'key' }, undefined, { privateKey: 'key' }],
  [
    { SSH_AUTH_SOCK: '/run/agent', PILOTLIGHT_SSH_KEY: 'key', PILOTLIGHT_SSH_PASSPHRASE: 'word' },
    undefined,
    { privateKey: 'key', passphrase: 'word' },
  ],
  [{ PILOTLIGHT_SSH_KEY: 'key', PILOTLIGHT_SSH_PASSPHRASE: '' }, '~/id', { keyFile: '~/id' }],
  [{ PILOTLIGHT_SSH_KEY: '' }, undefined, {}],
])('%j with the key file %s is %j', (environment, file, credentials) => {
  expect(sshCredentials(environment, file)).toEqual(credentials);
});
