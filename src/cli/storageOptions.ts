import { type Command, Option } from 'commander';
import { sshCredentials } from '../adapters/storage/credentials.ts';
import type { StorageHooks, StorageOptions } from '../app/storage/options.ts';
import type { World } from '../app/world.ts';
import type { Context } from './context.ts';
import { count, seconds } from './seconds.ts';
import { transferProgress } from './transferProgress.ts';

/** Options of every command that works on a storage. */
export interface StorageFlags {
  readonly to?: string;
  readonly sshKey?: string;
  readonly lockTimeout?: number;
  readonly lockStaleAfter?: number;
  readonly keep?: number;
  readonly httpCheck?: boolean;
  readonly skipHttpCheck?: boolean;
}

/** Where the storage is, and how SSH proves who it is. */
export function addStorageOptions(command: Command): Command {
  return addSshOption(
    command.option(
      '--to <folder>',
      "a folder that stands for the router's storage: pilotlight/ is made in it",
    ),
  );
}

/** How SSH proves who it is. No option takes a secret: the environment or a file does. */
export function addSshOption(command: Command): Command {
  return command.option(
    '--ssh-key <file>',
    'private key; else $PILOTLIGHT_SSH_KEY (its text), else the SSH agent',
  );
}

/** For commands that write. */
export function addLockOptions(command: Command): Command {
  return command
    .addOption(new Option('--lock-timeout <time>', 'wait so long for a lock: 90s, 5m').argParser(seconds))
    .addOption(
      new Option('--lock-stale-after <time>', 'take a lock over whose owner is quiet so long').argParser(
        seconds,
      ),
    );
}

/** `--skip-http-check` of commands that change what machines boot. */
export function addHttpOption(command: Command): Command {
  return command.option('--skip-http-check', 'do not ask over HTTP whether the router serves the release');
}

/** `--keep` of commands that collect garbage. */
export function addKeepOption(command: Command): Command {
  return command.addOption(
    new Option('--keep <number>', 'releases to keep, in place of router.keepReleases').argParser(count),
  );
}

/** `--format` of commands that report on a storage. */
export function addFormatOption(command: Command, formats: readonly string[]): Command {
  return command.addOption(
    new Option('-f, --format <format>', 'how it is printed').choices([...formats]).default('text'),
  );
}

/** What the app needs of the flags. */
export function storageOptions(flags: StorageFlags): StorageOptions {
  return {
    to: flags.to,
    lockSeconds: flags.lockTimeout,
    staleSeconds: flags.lockStaleAfter,
    keep: flags.keep,
    httpCheck: flags.skipHttpCheck !== true,
  };
}

/** The world of a command that works on a storage. */
export function storageWorld(context: Context, flags: StorageFlags, building: boolean): World {
  const ssh = sshCredentials(context.environment, flags.sshKey);
  return context.world({ building, ssh });
}

/** Carries something out on a storage, with progress, and so that a signal ends it in an orderly way. */
export async function onStorage<T>(context: Context, act: (hooks: StorageHooks) => Promise<T>): Promise<T> {
  const progress = transferProgress(context);
  try {
    return await act({ onEvent: progress.onEvent, stoppable: context.stoppable });
  } finally {
    progress.clear();
  }
}
