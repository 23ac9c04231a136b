import { spawn } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { commandLine } from '../../../../src/adapters/ssh/commandLine.ts';
import { neededCommands } from '../../../../src/adapters/storage/shell/scriptOf.ts';
import type { RemoteShell, RunOptions, RunResult } from '../../../../src/ports/remoteShell.ts';
import { requireTool, type Skipping } from '../../../tools/tools.ts';

/** Which shell runs the scripts, with which commands. */
export interface ShellKind {
  readonly name: string;
  /** Program and its first arguments; the command line follows. */
  readonly command: readonly string[];
  readonly path: string;
}

/** busybox ash, and no command but those that the scripts say they need. */
export function busyboxShell(context: Skipping, more: readonly string[] = ['gzip']): ShellKind {
  const busybox = requireTool('busybox', context);
  const folder = mkdtempSync(join(tmpdir(), 'pilotlight-applets-'));
  for (const applet of ['ash', ...neededCommands, ...more]) symlinkSync(busybox, join(folder, applet));
  return { name: 'busybox ash', command: [join(folder, 'ash'), '-c'], path: folder };
}

/** dash, and the commands of this machine. */
export function dashShell(context: Skipping): ShellKind {
  return { name: 'dash', command: [requireTool('dash', context), '-c'], path: process.env.PATH ?? '' };
}

/** Changes a command before it runs, or says which process runs it. */
export interface LocalShellOptions {
  readonly onStart?: (pid: number) => void;
}

/** A shell of this machine in the place of a router's. A command that is aborted is left to itself, as by a connection that breaks. */
export function localShell(kind: ShellKind, options: LocalShellOptions = {}): RemoteShell {
  return {
    name: kind.name,
    run: (script, parameters, more = {}) => runLocally(kind, commandLine(script, parameters), more, options),
    reconnect: async () => {},
    close: async () => {},
  };
}

async function runLocally(
  { command, path }: ShellKind,
  line: string,
  { input, signal }: RunOptions,
  { onStart }: LocalShellOptions,
): Promise<RunResult> {
  const [program = '', ...first] = command;
  // Quoted commands know nothing of where they start, as over SSH.
  const child = spawn(program, [...first, line], {
    cwd: '/',
    env: { PATH: path, HOME: '/' },
    detached: true,
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => stdout.push(data));
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, name) => resolve(status ?? (name === 'SIGKILL' ? 137 : 143)));
  });
  let failed: { readonly error: unknown } | undefined;
  feed(child.stdin, input, signal).catch((error: unknown) => {
    failed = { error };
  });
  const status = await Promise.race([ended, aborted(signal)]);
  if (failed !== undefined) throw failed.error;
  return { status, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString().slice(-8192) };
}

async function feed(
  stdin: Writable,
  input: RunOptions['input'],
  signal: AbortSignal | undefined,
): Promise<void> {
  // A command that does not read its input to the end ends the pipe: what it says of that is in its status.
  stdin.on('error', () => {});
  try {
    for await (const piece of input === undefined ? [] : Readable.from(bytesOf(input))) {
      signal?.throwIfAborted();
      if (stdin.closed) break;
      if (!stdin.write(piece)) await roomIn(stdin);
    }
  } finally {
    stdin.end();
  }
}

/** Waits until a pipe takes more, or nothing ever again. */
function roomIn(pipe: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      pipe.off('drain', done).off('close', done);
      resolve();
    };
    pipe.on('drain', done).on('close', done);
  });
}

async function* bytesOf(input: NonNullable<RunOptions['input']>): AsyncIterable<Uint8Array> {
  if (typeof input === 'string') yield Buffer.from(input);
  else if (input instanceof Uint8Array) yield input;
  else yield* input;
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
