import type { Command } from 'commander';
import { lockImages } from '../../app/images/lock.ts';
import { mirrorsOf } from '../../app/images/options.ts';
import { imagesLockText } from '../../report/imagesLock.ts';
import { Failure } from '../../shared/failure.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';
import { withProgress } from './images/options.ts';

/** A router that is not in the inventory yet, and its host key. */
export interface HostKeyFlags {
  readonly router?: string;
  readonly hostKey: string[];
  readonly acceptHostKey?: boolean;
}

/** `--router`, `--host-key` and `--accept-host-key`. */
export function addHostKeyOptions(command: Command): Command {
  return command
    .option('--router <address>', 'the router; with its user, root@192.168.26.1, it is looked at over SSH')
    .option(
      '--host-key <key>',
      'host key of the router, or its fingerprint SHA256:…; may be repeated',
      repeated,
      [],
    )
    .option('--accept-host-key', 'pin the host key that the router shows, without comparing it');
}

/** Gathers an option that may be repeated. */
export function repeated(value: string, before: string[]): string[] {
  return [...before, value];
}

/** The tag of a version that was released; a build of one's own has none, and stands for the newest. */
export function releaseOf(asked: string | undefined, version: string): string {
  if (asked !== undefined) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/.test(asked)) return asked;
    throw new Failure('usage', `--action-version ${JSON.stringify(asked)} is no name of a tag`, {
      next: 'write it as v0.1.0',
    });
  }
  return /^\d+\.\d+\.\d+$/.test(version) ? `v${version}` : 'main';
}

/** Pins the images of what was just written. That the internet does not answer ends nothing: it is said, with what to do. */
export async function lockAfter(program: Command, context: Context): Promise<void> {
  const options = { check: false, planOnly: false, mirrors: mirrorsOf(context.environment) };
  try {
    const reports = await withProgress(context, (hooks) =>
      lockImages(selectionOf(program), options, context.world(), hooks),
    );
    context.stdout.write(`\n${reports.map((report) => imagesLockText(report, context.colour)).join('\n')}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.stdout.write(
      `\n! the images are not locked: ${error.message}\n  everything else is written; pilotlight images lock does it later\n`,
    );
  }
}
