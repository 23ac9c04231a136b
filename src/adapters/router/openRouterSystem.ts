import { randomBytes } from 'node:crypto';
import type { RemoteShell, RunOptions, RunResult } from '../../ports/remoteShell.ts';
import type { PendingChange, RouterSystem } from '../../ports/router.ts';
import { callLines } from './calls.ts';
import { failureOf, statusOf } from './failureOf.ts';
import { type OperationName, scriptOf } from './scriptOf.ts';
import { askRouter } from './survey/askRouter.ts';

/** How a router is reached, and where it has what. */
export interface RouterSystemOptions {
  /** Opens a shell on it: once at first, and anew whenever the connection is to be a new one. */
  readonly open: (signal?: AbortSignal) => Promise<RemoteShell>;
  /** Mount point of the USB storage: `/mnt/usb`. */
  readonly storage: string;
  /** The folder that stands for /; none on a router. */
  readonly root?: string;
}

/** What an answer may take: nothing is sent while services start, and while packages are loaded. */
const patience = { most: 120_000, install: 15 * 60_000 };

/** The configuration of an OpenWrt router that a shell reaches: one command for each operation. */
export async function openRouterSystem(
  { open, storage, root = '' }: RouterSystemOptions,
  signal?: AbortSignal,
): Promise<RouterSystem> {
  let shell = await open(signal);
  const { name } = shell;

  const run = (operation: OperationName, parameters: readonly string[], more: RunOptions = {}) =>
    shell.run(scriptOf(operation), parameters, { idleMilliseconds: patience.most, ...more });

  const done = (task: string, result: RunResult): void => {
    if (result.status !== statusOf.done) throw failureOf(task, name, result);
  };

  const begin = async (
    operation: 'applyTimer' | 'applyRpcd',
    { method, timeoutSeconds, packages }: ChangeOptions,
    input: string,
  ): Promise<PendingChange> => {
    const id = randomBytes(8).toString('hex');
    const parameters = [root, id, method, `${timeoutSeconds}`, scriptOf('restore'), ...packages];
    done('the configuration cannot be changed', await run(operation, parameters, { input }));
    return { method: method === 'rpcd' ? 'rpcd' : 'timer', id };
  };

  return {
    name,
    survey: (packages) =>
      askRouter(name, (commands) =>
        run('survey', [root, `${storage}/pilotlight`, packages.join(' '), commands.join(' ')]),
      ),
    installPackages: async (names) =>
      done(
        `${names.join(', ')} cannot be installed`,
        await run('install', names, { idleMilliseconds: patience.install }),
      ),
    apply: ({ batch, calls, packages }, { method, timeoutSeconds }) =>
      method === 'rpcd'
        ? begin('applyRpcd', { method, timeoutSeconds, packages }, callLines(calls))
        : begin('applyTimer', { method, timeoutSeconds, packages }, batch),
    putBack: ({ packages }, { timeoutSeconds }) =>
      begin('applyTimer', { method: 'last', timeoutSeconds, packages }, ''),
    confirm: async ({ id }) => done('the change cannot be confirmed', await run('confirm', [root, id])),
    revert: async ({ id }) =>
      done('the change cannot be taken back', await run('restore', [root, id, 'now'])),
    revertLeftover: async () => {
      const result = await run('restore', [root, '', 'now', `${statusOf.reverted}`]);
      if (result.status === statusOf.reverted) return false;
      done('the change cannot be taken back', result);
      return true;
    },
    restart: async (services) =>
      done('services cannot be restarted', await run('restart', [root, ...services])),
    reconnect: async (again) => {
      await shell.close();
      shell = await open(again);
    },
    close: () => shell.close(),
  };
}

interface ChangeOptions {
  /** `last`: undoes the last change, under a timer. */
  readonly method: 'rpcd' | 'timer' | 'last';
  readonly timeoutSeconds: number;
  readonly packages: readonly string[];
}
