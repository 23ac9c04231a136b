import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type ssh2 from 'ssh2';
import type { BaseAgent, ParsedKey } from 'ssh2';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import { fingerprint, hostKeyType } from '../../shared/hostKey.ts';
import { parsePrivateKey } from './privateKey.ts';

/** What one logs in with. At least one of the three must be there; all that are there are tried, in this order. */
export interface SshCredentials {
  /** The text of a private key. It is kept in memory only. */
  readonly privateKey?: string;
  /** The path of a file with a private key; `~/` is the home folder. */
  readonly keyFile?: string;
  /** The socket of an agent. */
  readonly agent?: string;
  /** Of the private key, or of the one in the file. */
  readonly passphrase?: string;
}

/** A public key that is offered, as messages name it. */
export interface OfferedKey {
  /** `ssh-ed25519 SHA256:…, of the agent` */
  readonly description: string;
  readonly blob: Uint8Array;
}

/** A way to log in: a key of ours, or all those of an agent. */
export type Login =
  | { readonly kind: 'key'; readonly key: ParsedKey; readonly offered: readonly OfferedKey[] }
  | { readonly kind: 'agent'; readonly agent: BaseAgent; readonly offered: readonly OfferedKey[] };

/** Reads the keys, and asks the agent which ones it has. Throws a Failure where one of them cannot be used, or there is none. */
export async function loadLogins(
  { utils, createAgent }: typeof ssh2,
  credentials: SshCredentials,
): Promise<readonly Login[]> {
  const logins: Login[] = [];
  const { privateKey, keyFile, agent, passphrase } = credentials;
  if (privateKey) {
    logins.push(keyLogin(parsePrivateKey(utils, { name: 'the private key', text: privateKey, passphrase })));
  }
  if (keyFile) {
    const name = `the key file ${keyFile}`;
    logins.push(keyLogin(parsePrivateKey(utils, { name, text: await readKeyFile(keyFile), passphrase })));
  }
  if (agent) logins.push(await agentLogin(createAgent(agent), agent));
  if (logins.length > 0) return logins;
  throw new Failure('world', 'there is no key to log in with', {
    next: 'give a key file (--ssh-key), the text of a key (PILOTLIGHT_SSH_KEY, or `ssh-key` of the action), or start an SSH agent',
  });
}

function keyLogin(key: ParsedKey): Login {
  const blob = key.getPublicSSH();
  return { kind: 'key', key, offered: [{ description: describe(blob), blob }] };
}

async function readKeyFile(path: string): Promise<string> {
  const file = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Failure('world', `the key file ${path} cannot be read: ${explainSystemError(error)}`, {
      next: 'Give the path of a private key that this user may read.',
    });
  }
}

async function agentLogin(agent: BaseAgent, socket: string): Promise<Login> {
  const keys = await new Promise<readonly unknown[]>((resolve, reject) => {
    agent.getIdentities((error, found) => {
      if (error === null || error === undefined) resolve((found ?? []) as readonly unknown[]);
      else {
        reject(
          new Failure('world', `no SSH agent answers at ${socket}`, {
            next: 'Start one (eval "$(ssh-agent)"; ssh-add), or give a private key.',
          }),
        );
      }
    });
  });
  if (keys.length === 0) {
    throw new Failure('world', `the SSH agent at ${socket} has no keys`, {
      next: 'Add one (ssh-add <file>), or give a private key.',
    });
  }
  const offered = keys.map((key) => {
    const blob = (key as ParsedKey).getPublicSSH();
    return { description: `${describe(blob)}, of the agent`, blob };
  });
  return { kind: 'agent', agent, offered };
}

function describe(blob: Uint8Array): string {
  return `${hostKeyType(blob) ?? 'key'} ${fingerprint(blob)}`;
}
