import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { requireTool, type Skipping } from '../../tools/tools.ts';

/** A dropbear of its own for one test file: its port, host keys and user's home are nobody else's. */
export interface Dropbear {
  readonly port: number;
  readonly user: string;
  /** A folder that goes away with it. */
  readonly folder: string;
  /** Text of the private key that it lets in. */
  readonly key: string;
  /** The public half of it. */
  readonly loginKey: string;
  /** Public host keys, one line each, by their kind. */
  readonly hostKeys: { readonly ed25519: string; readonly rsa: string };
  /** Ends it with every connection that it has, at once. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
  /** Ends the processes that serve connections: they break, new ones can be made. */
  breakConnections(): void;
  close(): Promise<void>;
}

/** Starts one on the loopback interface. */
export async function startDropbear(context: Skipping, kinds = ['ed25519', 'rsa']): Promise<Dropbear> {
  const program = requireTool('dropbear', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-dropbear-'));
  const home = join(folder, 'home');
  mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  const { privateKey, publicKey } = generateKey(folder, 'login', ['-t', 'ed25519']);
  writeFileSync(join(home, '.ssh', 'authorized_keys'), publicKey, { mode: 0o600 });
  const keys = Object.fromEntries(['ed25519', 'rsa'].map((kind) => [kind, hostKey(folder, kind)]));
  const port = await freePort();
  const options = kinds.flatMap((kind) => ['-r', join(folder, `host-${kind}`)]);

  let server: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    const running = server;
    server = undefined;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    for (const pid of [...childrenOf(running.pid), running.pid]) endProcess(pid);
    await gone;
  };
  const start = async (): Promise<void> => {
    server = await listen(home, [
      program,
      '-F',
      '-E',
      '-s',
      ...options,
      '-P',
      join(folder, 'pid'),
      '-p',
      `127.0.0.1:${port}`,
    ]);
  };
  await start();
  return {
    port,
    user: userInfo().username,
    folder,
    key: privateKey,
    loginKey: publicKey.trim(),
    hostKeys: { ed25519: keys.ed25519 ?? '', rsa: keys.rsa ?? '' },
    kill,
    start,
    breakConnections: () => {
      for (const pid of server?.pid === undefined ? [] : childrenOf(server.pid)) endProcess(pid);
    },
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Writes a key pair with ssh-keygen, and answers both halves. */
export function generateKey(
  folder: string,
  name: string,
  options: readonly string[],
  passphrase = '',
): { privateKey: string; publicKey: string; file: string } {
  const file = join(folder, name);
  execFileSync('ssh-keygen', ['-q', '-N', passphrase, '-C', 'test', ...options, '-f', file]);
  const read = (path: string): string => execFileSync('cat', [path], { encoding: 'utf8' });
  return { privateKey: read(file), publicKey: read(`${file}.pub`), file };
}

function hostKey(folder: string, kind: string): string {
  const file = join(folder, `host-${kind}`);
  const said = execFileSync('dropbearkey', ['-t', kind, '-f', file], { encoding: 'utf8', stdio: 'pipe' });
  return said.split('\n').find((line) => line.startsWith('ssh-')) ?? '';
}

/** dropbear looks for authorized_keys in the home of the user only: it sees a folder of ours in that place. */
function listen(home: string, command: readonly string[]): Promise<ChildProcess> {
  const script = 'mount --bind "$1" "$2" && shift 2 && exec "$@"';
  const server = spawn('unshare', ['--mount', 'sh', '-c', script, 'sh', home, homedir(), ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/',
  });
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const lines = createInterface({ input: server.stderr as NodeJS.ReadableStream });
    lines.on('line', (line) => {
      said.push(line);
      if (/Not backgrounding/.test(line)) resolve(server);
    });
    server.once('exit', () => reject(new Error(`dropbear did not start: ${said.join('\n')}`)));
  });
}

function childrenOf(pid: number): number[] {
  const listed = execFileSync('cat', [`/proc/${pid}/task/${pid}/children`], { encoding: 'utf8' });
  return listed.split(' ').filter(Boolean).map(Number);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
