import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from './programs.ts';
import { labTool } from './requireRouter.ts';

/** A pair of keys in OpenSSH's forms. */
export interface KeyPair {
  readonly private: string;
  /** `ssh-ed25519 AAAA…` */
  readonly public: string;
}

/** Makes keys with OpenSSH: of those that ssh2 1.17 makes, one in some hundreds cannot be read. */
export async function newKeys(): Promise<KeyPair> {
  const folder = await mkdtemp(join(tmpdir(), 'pilotlight-keys-'));
  try {
    const file = join(folder, 'key');
    await must(labTool('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file]);
    return { private: await readFile(file, 'utf8'), public: (await readFile(`${file}.pub`, 'utf8')).trim() };
  } finally {
    await rm(folder, { recursive: true });
  }
}
