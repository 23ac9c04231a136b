import { getInput } from '@actions/core';
import type { SshCredentials } from '../adapters/ssh/remoteShells.ts';
import { hide } from './hide.ts';

/**
 * How the step proves who it is: the key of its inputs, else the agent of the job (SSH_AUTH_SOCK). The runner is told to hide the key. The
 * inputs are taken out of the environment, so that no program that is started later has them. The key stays in memory.
 */
export function readCredentials(environment: NodeJS.ProcessEnv): SshCredentials {
  const key = getInput('ssh-key');
  const passphrase = getInput('ssh-passphrase', { trimWhitespace: false });
  for (const name of ['INPUT_SSH-KEY', 'INPUT_SSH-PASSPHRASE']) delete environment[name];
  hide(key);
  hide(passphrase);
  if (key === '') return environment.SSH_AUTH_SOCK ? { agent: environment.SSH_AUTH_SOCK } : {};
  const privateKey = `${key.replaceAll('\r\n', '\n')}\n`;
  return passphrase === '' ? { privateKey } : { privateKey, passphrase };
}
