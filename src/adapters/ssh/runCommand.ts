import { constants } from 'node:os';
import type { ClientChannel } from 'ssh2';
import type { RunOptions, RunResult } from '../../ports/remoteShell.ts';
import type { Connection } from './connection.ts';
import { feed } from './feed.ts';
import type { SshLimits } from './limits.ts';
import { tail } from './tail.ts';

const stderrBytes = 8 * 1024;

/** Runs one command line on a connection, which must have no other command running. Rejects as RemoteShell.run says. */
export async function runCommand(
  connection: Connection,
  line: string,
  options: RunOptions,
  limits: SshLimits,
): Promise<RunResult> {
  const { signal, input } = options;
  signal?.throwIfAborted();
  const idle = options.idleMilliseconds ?? limits.idleMilliseconds;
  const timer = setTimeout(() => connection.drop(`is lost: not a byte for ${idle / 1000} s`), idle);
  let channel: ClientChannel | undefined;
  let grace: NodeJS.Timeout | undefined;
  const abort = (): void => {
    channel?.close();
    grace ??= setTimeout(
      () => connection.drop('is given up: the command does not end'),
      limits.abortMilliseconds,
    );
  };
  signal?.addEventListener('abort', abort);
  try {
    const result = await open(connection, line, (opened) => {
      channel = opened;
      if (signal?.aborted === true) channel.close();
      return converse(connection, opened, input, { onBytes: () => timer.refresh(), onProblem: abort });
    });
    signal?.throwIfAborted();
    return result;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    clearTimeout(grace);
    signal?.removeEventListener('abort', abort);
  }
}

/**
 * Starts a command. What it does and that it ended may come in the same bytes as that it started: so `use` is called at once, and must
 * listen at once.
 */
function open<T>(
  connection: Connection,
  line: string,
  use: (channel: ClientChannel) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = connection.onLost(reject);
    if (connection.lost() !== undefined) return;
    const refused = (error: Error): void =>
      // Something of an earlier command still holds what dropbear has one of; a new connection has its own.
      connection.drop('is of no use: the other side runs no command on it', error);
    try {
      connection.client.exec(line, (error, channel) => {
        if (error !== undefined && error !== null) return refused(error);
        forget();
        resolve(use(channel));
      });
    } catch (error) {
      // Its socket ended, and nobody has said so yet.
      refused(error as Error);
    }
  });
}

/** Hands the input over, and gathers what the command says until it has ended. */
async function converse(
  connection: Connection,
  channel: ClientChannel,
  input: RunOptions['input'],
  { onBytes, onProblem }: { onBytes(): void; onProblem(): void },
): Promise<RunResult> {
  const stdout: Buffer[] = [];
  const stderr = tail(stderrBytes);
  const supply = feed(channel, input, onBytes);
  channel.on('data', (bytes: Buffer) => {
    onBytes();
    stdout.push(bytes);
  });
  channel.stderr.on('data', (bytes: Buffer) => {
    onBytes();
    stderr.add(bytes);
  });
  try {
    const status = await Promise.race([ended(connection, channel, supply.stop), sourceProblem(supply.done)]);
    return { status, stdout: Buffer.concat(stdout), stderr: stderr.text() };
  } catch (error) {
    if (connection.lost() === undefined) {
      onProblem();
      await ended(connection, channel, supply.stop).catch(() => {});
    }
    throw error;
  } finally {
    supply.stop();
  }
}

/** Rejects with what the source of the input threw, and never resolves. */
function sourceProblem(done: Promise<void>): Promise<never> {
  return new Promise((_resolve, reject) => {
    done.catch(reject);
  });
}

/** The status of a command that has ended; `onExit` is called as soon as that is known. */
function ended(connection: Connection, channel: ClientChannel, onExit: () => void): Promise<number> {
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    const forget = connection.onLost(reject);
    channel.on('exit', (code: number | null, name?: string) => {
      status = code ?? signalStatus(name);
      onExit();
    });
    channel.on('close', () => {
      forget();
      onExit();
      if (status === undefined) connection.drop('is of no use: the command ended without a status');
      const lost = connection.lost();
      if (lost === undefined && status !== undefined) resolve(status);
      else reject(lost);
    });
  });
}

function signalStatus(name: string | undefined): number {
  return 128 + ((constants.signals as Readonly<Record<string, number>>)[name ?? ''] ?? 0);
}
