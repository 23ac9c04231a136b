import type { SshCredentials } from '../ssh/remoteShells.ts';

/**
 * How SSH proves who it is: a key file that was named, else a key in the environment (PILOTLIGHT_SSH_KEY), else the agent
 * (SSH_AUTH_SOCK). The first one that is there is taken alone, so that what is used is what was meant.
 */
export function sshCredentials(environment: NodeJS.ProcessEnv, keyFile?: string): SshCredentials {
  const {
    PILOTLIGHT_SSH_KEY: key,
    PILOTLIGHT_SSH_PASSPHRASE: passphrase,
    SSH_AUTH_SOCK: agent,
  } = environment;
  const unlocked = passphrase ? { passphrase } : {};
  if (keyFile !== undefined) return { keyFile, ...unlocked };
  if (key) return { privateKey: key, ...unlocked };
  return agent ? { agent } : {};
}
