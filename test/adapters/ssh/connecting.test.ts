import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { remoteShells, type SshCredentials, type SshLimits } from '../../../src/adapters/ssh/remoteShells.ts';
import type { SshDestination } from '../../../src/ports/remoteShell.ts';
import { Failure } from '../../../src/shared/failure.ts';
import { fingerprint, parseHostKey } from '../../../src/shared/hostKey.ts';
import { type Dropbear, freePort, generateKey, startDropbear } from './dropbear.ts';

let started: Dropbear | undefined;
let dropbear: Dropbear;
const cleanups: (() => unknown)[] = [];
beforeEach(async ({ skip }) => {
  started ??= await startDropbear({ skip });
  dropbear = started;
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});
afterAll(() => started?.close());

function destination(changes: Partial<SshDestination> = {}): SshDestination {
  const { port, user, hostKeys } = dropbear;
  return { host: '127.0.0.1', port, user, hostKeys: [hostKeys.ed25519], ...changes };
}

/** Opens a shell and runs something in it. */
async function tryOut(
  to: SshDestination,
  credentials: SshCredentials = { privateKey: dropbear.key },
  limits: Partial<SshLimits> = {},
): Promise<string> {
  const shell = await remoteShells(credentials, limits).open(to);
  try {
    return Buffer.from((await shell.run('echo reached', [])).stdout).toString();
  } finally {
    await shell.close();
  }
}

/** What a try fails with, as a person reads it. */
async function failure(attempt: Promise<unknown>): Promise<{ kind: string; message: string; next: string }> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${error}`);
  return { kind: error.kind, message: error.message, next: error.next ?? '' };
}

const print = (line: string): string => {
  const pin = parseHostKey(line);
  if (pin?.kind !== 'key') throw new Error(`no key: ${line}`);
  return fingerprint(pin.blob);
};

describe('the host key', () => {
  test.each(['ed25519', 'rsa'] as const)('that is pinned (%s) is the one that is asked for', async (kind) => {
    const key = dropbear.hostKeys[kind];
    expect(await tryOut(destination({ hostKeys: [key] }))).toBe('reached\n');
    expect(await tryOut(destination({ hostKeys: [`[127.0.0.1]:${dropbear.port} ${key}`] }))).toBe(
      'reached\n',
    );
    expect(await tryOut(destination({ hostKeys: [print(key)] }))).toBe('reached\n');
  });

  test('without any pin is refused and shown, with the line that pins it', async () => {
    const { kind, message, next } = await failure(tryOut(destination({ hostKeys: [] })));
    expect(kind).toBe('refused');
    expect(message).toContain(`shows the host key ssh-ed25519 ${print(dropbear.hostKeys.ed25519)}`);
    expect(message).toContain('router.ssh.hostKeys pins none');
    expect(next).toContain(dropbear.hostKeys.ed25519.split(' ').slice(0, 2).join(' '));
  });

  test('that changed is refused with both fingerprints, and no login is tried', async () => {
    const other = generateKey(dropbear.folder, `other-${cleanups.length}-host`, ['-t', 'ed25519']).publicKey;
    const { kind, message } = await failure(tryOut(destination({ hostKeys: [other] })));
    expect(kind).toBe('refused');
    expect(message).toContain(print(dropbear.hostKeys.ed25519));
    expect(message).toContain(print(other));
    expect(message).toContain('was set up anew, or somebody pretends to be it');
  });

  test('of another kind than the pinned one is refused', async () => {
    const other = generateKey(dropbear.folder, 'other-ecdsa', ['-t', 'ecdsa']).publicKey;
    const { kind, message } = await failure(tryOut(destination({ hostKeys: [other] })));
    expect(kind).toBe('refused');
    expect(message).toContain('which is not pinned');
  });

  test('is looked for among all that the host has when only a fingerprint is pinned', async () => {
    const { kind, message } = await failure(tryOut(destination({ hostKeys: [`SHA256:${'A'.repeat(43)}`] })));
    expect(kind).toBe('refused');
    expect(message).toContain(print(dropbear.hostKeys.ed25519));
    expect(message).toContain(print(dropbear.hostKeys.rsa));
  });

  test('is refused when what is pinned cannot be read', async () => {
    const { kind, message } = await failure(tryOut(destination({ hostKeys: ['ssh-ed25519 nonsense'] })));
    expect(kind).toBe('refused');
    expect(message).toContain('no line under router.ssh.hostKeys can be read');
  });
});

describe('a key to log in with', () => {
  test('may be a text, also with line ends of Windows, or a file', async () => {
    expect(await tryOut(destination(), { privateKey: dropbear.key.replaceAll('\n', '\r\n') })).toBe(
      'reached\n',
    );
    expect(await tryOut(destination(), { keyFile: join(dropbear.folder, 'login') })).toBe('reached\n');
  });

  test('may be in an agent', async () => {
    const socket = await agent([join(dropbear.folder, 'login')]);
    expect(await tryOut(destination(), { agent: socket })).toBe('reached\n');
  });

  test('that is encrypted needs its passphrase, which no message shows', async () => {
    const passphrase = 'correct horse';
    const { file, privateKey } = generateKey(dropbear.folder, 'encrypted', ['-t', 'ed25519'], passphrase);
    const without = await failure(tryOut(destination(), { keyFile: file }));
    expect(without.message).toBe(`the key file ${file} needs a passphrase`);
    const wrong = await failure(tryOut(destination(), { privateKey, passphrase: 'battery staple' }));
    expect(wrong.message).toBe('the private key cannot be decrypted');
    expect(JSON.stringify(wrong)).not.toContain('battery');
    // It is read; the host does not know it.
    const right = await failure(tryOut(destination(), { privateKey, passphrase }));
    expect(right.message).toContain('lets none of these keys in: ssh-ed25519 SHA256:');
  });

  test('that the host does not know is named, with what the host takes', async () => {
    const { privateKey, publicKey } = generateKey(dropbear.folder, 'stranger', ['-t', 'rsa', '-b', '2048']);
    const { kind, message, next } = await failure(tryOut(destination(), { privateKey }));
    expect(kind).toBe('world');
    expect(message).toContain(print(publicKey));
    expect(message).toContain('It takes: publickey.');
    expect(next).toContain(publicKey.split(' ').slice(0, 2).join(' '));
  });

  test.each<[string, SshCredentials, RegExp]>([
    ['none at all', {}, /there is no key to log in with/],
    ['a file that is not there', { keyFile: '/nowhere/key' }, /\/nowhere\/key cannot be read: no such file/],
    ['an agent that is not there', { agent: '/nowhere/agent' }, /no SSH agent answers at \/nowhere\/agent/],
  ])('%s', async (_name, credentials, expected) => {
    expect((await failure(tryOut(destination(), credentials))).message).toMatch(expected);
  });

  test('an agent without keys', async () => {
    const socket = await agent([]);
    expect((await failure(tryOut(destination(), { agent: socket }))).message).toContain('has no keys');
  });
});

describe('a host', () => {
  test('where nothing listens', async () => {
    const port = await freePort();
    const { kind, message } = await failure(tryOut(destination({ port })));
    expect(kind).toBe('world');
    expect(message).toContain('the connection was refused: nothing listens there');
  });

  test('whose name cannot be found', async () => {
    const { message } = await failure(tryOut(destination({ host: 'router.invalid' })));
    expect(message).toMatch(/its name cannot be (found|looked up)/);
  });

  test('that says nothing', async () => {
    const port = await serve(() => {});
    const { message } = await failure(
      tryOut(destination({ port }), undefined, { connectMilliseconds: 1000 }),
    );
    expect(message).toContain('it answers, but did not let us in within 1 s');
  });

  test('that is no SSH server', async () => {
    const port = await serve((write, close) => {
      write('HTTP/1.1 400 Bad Request\r\n\r\n');
      close();
    });
    const { message } = await failure(tryOut(destination({ port })));
    expect(message).toContain('what answers is no SSH server');
  });

  test('that closes the connection', async () => {
    const port = await serve((_write, close) => close());
    const { message } = await failure(tryOut(destination({ port })));
    expect(message).toMatch(/it closed the connection|reset by the other side/);
  });

  test('that is waited for no longer', async () => {
    const port = await serve(() => controller.abort(new Error('enough')));
    const controller = new AbortController();
    const opening = remoteShells({ privateKey: dropbear.key }).open(destination({ port }), controller.signal);
    await expect(opening).rejects.toThrow('enough');
  });
});

describe('a jump host', () => {
  test('leads to the host, and each has its own host key', async ({ skip }) => {
    const inner = await startDropbear({ skip });
    cleanups.push(() => inner.close());
    writeFileSync(join(inner.folder, 'home/.ssh/authorized_keys'), `${dropbear.loginKey}\n`, { mode: 0o600 });
    const { host, port, user, hostKeys } = destination();
    const to = destination({ port: inner.port, hostKeys: [inner.hostKeys.ed25519] });
    const jump = { host, port, user, hostKeys };
    expect(await tryOut({ ...to, jump })).toBe('reached\n');

    const wrongJump = await failure(tryOut({ ...to, jump: { ...jump, hostKeys: to.hostKeys } }));
    expect(wrongJump.kind).toBe('refused');
    expect(wrongJump.message).toContain('router.ssh.jump.hostKeys');
    const wrongHost = await failure(tryOut({ ...to, hostKeys, jump }));
    expect(wrongHost.kind).toBe('refused');
    expect(wrongHost.message).toContain('under router.ssh.hostKeys');

    const shell = await remoteShells({ privateKey: dropbear.key }).open({ ...to, jump });
    const running = expect(shell.run('sleep 20', [])).rejects.toThrow('the connection');
    dropbear.breakConnections();
    await running;
    await shell.reconnect();
    expect((await shell.run('true', [])).status).toBe(0);
    await shell.close();
  });

  test('that cannot reach the host', async () => {
    const { host, port, user, hostKeys } = destination();
    const to = destination({ port: await freePort(), jump: { host, port, user, hostKeys } });
    const { kind, message } = await failure(tryOut(to));
    expect(kind).toBe('world');
    expect(message).toContain(`the jump host ${user}@127.0.0.1:${port} does not open a connection`);
  });
});

/** A server of TCP; answers its port. */
async function serve(answer: (write: (text: string) => void, close: () => void) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    cleanups.push(() => socket.destroy());
    answer(
      (text) => socket.write(text),
      () => socket.end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  return (server.address() as { port: number }).port;
}

/** An agent of its own, with these keys. */
async function agent(files: readonly string[]): Promise<string> {
  const socket = join(dropbear.folder, `agent-${cleanups.length}-${files.length}`);
  const process = spawn('ssh-agent', ['-D', '-a', socket], { stdio: ['ignore', 'pipe', 'ignore'] });
  cleanups.push(() => process.kill());
  await new Promise((resolve) => process.stdout.once('data', resolve));
  if (!existsSync(socket)) throw new Error('ssh-agent did not start');
  for (const file of files) {
    await new Promise<void>((resolve, reject) => {
      spawn('ssh-add', ['-q', file], { env: { ...globalThis.process.env, SSH_AUTH_SOCK: socket } }).on(
        'exit',
        (code) => (code === 0 ? resolve() : reject(new Error('ssh-add failed'))),
      );
    });
  }
  return socket;
}
