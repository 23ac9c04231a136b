import { spawn } from 'node:child_process';

/** A program of this machine, started without a shell. */
export interface Program {
  readonly command: string;
  readonly parameters: readonly string[];
  /** All of its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
}

/** How a program ended. */
export type Ended =
  | { readonly kind: 'ended'; readonly status: number; readonly stdout: string; readonly stderr: string }
  /** The system's error where it could not be started. */
  | { readonly kind: 'missing'; readonly error: NodeJS.ErrnoException }
  | { readonly kind: 'late' }
  | { readonly kind: 'killed'; readonly signal: string };

/** What is kept of what it prints: its end. */
const keptBytes = 64 * 1024;

/** Runs a program to its end, or to the end of its time: then it is killed with all that it started. Rejects when it is aborted. */
export async function runProgram(program: Program, signal?: AbortSignal): Promise<Ended> {
  signal?.throwIfAborted();
  const { command, parameters, environment, timeoutMilliseconds } = program;
  const child = spawn(command, parameters, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: a script is killed with what it waits for.
    detached: true,
  });
  const stdout = keepEnd(child.stdout);
  const stderr = keepEnd(child.stderr);
  let late = false;
  const kill = (): void => {
    endGroup(child.pid);
    // What left the group may still hold them.
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, timeoutMilliseconds);
  signal?.addEventListener('abort', kill);
  try {
    const ended = await new Promise<Ended>((resolve) => {
      child.once('error', (error) => resolve({ kind: 'missing', error }));
      child.once('close', (status, name) => {
        if (late) resolve({ kind: 'late' });
        else if (status === null) resolve({ kind: 'killed', signal: name ?? 'unknown' });
        else resolve({ kind: 'ended', status, stdout: stdout(), stderr: stderr() });
      });
    });
    signal?.throwIfAborted();
    return ended;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function keepEnd(stream: NodeJS.ReadableStream): () => string {
  let kept = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-keptBytes);
  });
  return () => kept.toString('utf8');
}
