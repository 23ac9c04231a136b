import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKeys } from './keys.ts';
import type { Namespace } from './namespace.ts';
import { must } from './programs.ts';
import { labTool } from './requireRouter.ts';

/** What a server's process writes when it listens. */
const listens = { dropbear: /Not backgrounding/, sshd: /Server listening/ };

/** Which SSH server: dropbear takes one command at a time on a connection (that of 2022), sshd many. */
export type SshServerKind = keyof typeof listens;

/** Starts an SSH server in a root folder of a namespace, and answers when it listens. */
export function startSshServer(
  namespace: Namespace,
  where: {
    readonly root: string;
    readonly kind: SshServerKind;
    readonly address: string;
    readonly port: number;
  },
): Promise<ChildProcess> {
  const [enter = '', ...entered] = namespace.enter;
  const listen = `${where.address}:${where.port}`;
  const command =
    where.kind === 'dropbear'
      ? ['/lab/dropbear', '-F', '-E', '-s', '-r', '/lab/hostKey', '-p', listen]
      : ['/lab/sshd', '-D', '-e', '-f', '/lab/sshd_config', '-o', `ListenAddress=${listen}`];
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LD_LIBRARY_PATH: where.kind === 'sshd' ? '/lab' : '' };
  const child = spawn(enter, [...entered, 'chroot', where.root, ...command], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4000);
      if (listens[where.kind].test(said)) resolve(child);
    });
    child.on('close', () => reject(new Error(`${where.kind} ended: ${said}`)));
  });
}

/** Makes the key of an SSH server, and what else it needs in a root folder. Answers the public key: `ssh-ed25519 AAAA…`. */
export async function writeHostKey(root: string, server: SshServerKind): Promise<string> {
  const file = join(root, 'lab/hostKey');
  if (server === 'dropbear') {
    const said = await must(labTool('dropbearkey'), ['-t', 'ed25519', '-f', file]);
    return /^ssh-ed25519 \S+/m.exec(said)?.[0] ?? '';
  }
  const key = await newKeys();
  writeFileSync(file, key.private, { mode: 0o600 });
  copyFileSync(labTool('sshd'), join(root, 'lab/sshd'));
  copyFileSync(labTool('libwrap'), join(root, 'lab/libwrap.so.0'));
  writeFileSync(
    join(root, 'lab/sshd_config'),
    'HostKey /lab/hostKey\nUsePAM no\nStrictModes no\nPidFile none\n',
  );
  return key.public;
}
