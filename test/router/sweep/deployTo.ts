import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { http } from '../../../src/adapters/http/get.ts';
import { remoteShells } from '../../../src/adapters/ssh/remoteShells.ts';
import { openShellStorage } from '../../../src/adapters/storage/shell/openShellStorage.ts';
import { type DeployOutcome, deploy } from '../../../src/deploy/run/deploy.ts';
import type { LockSettings } from '../../../src/deploy/run/tools.ts';
import type { Sample } from './sample.ts';
import { type Heard, type OnMoment, watchedShells } from './watchedShells.ts';

/** What it takes to reach a router; plain data, so that another process can be told. */
export interface Reach {
  readonly port: number;
  readonly hostKey: string;
  readonly clientKey: string;
  readonly url: string;
}

/** A lock that nobody waits for: the run before this one is known to be over. */
const takenAtOnce: LockSettings = { graceSeconds: 0, staleSeconds: 0, waitSeconds: 0 };

const goOn: OnMoment = async () => 'on';

export interface DeployOptions {
  readonly lock?: LockSettings;
  readonly onMoment?: OnMoment;
  readonly heard?: Heard;
  readonly who?: string;
}

/** Waits before another try to connect or to take the lock become short; how long a step may take stays. */
function shortened(milliseconds: number): number {
  return [1000, 2000, 4000].includes(milliseconds) ? 5 : milliseconds;
}

/** Deploys a sample to a router with everything that the program has, but for long waits. */
export async function deployTo(
  reach: Reach,
  sample: Sample,
  options: DeployOptions = {},
): Promise<DeployOutcome> {
  const { lock = takenAtOnce, onMoment = goOn, heard = { commands: [] }, who = 'tests' } = options;
  const shells = watchedShells(remoteShells({ privateKey: reach.clientKey }), heard, onMoment);
  const shell = await shells.open({
    host: '127.0.0.1',
    port: reach.port,
    user: 'root',
    hostKeys: [reach.hostKey],
  });
  const storage = openShellStorage(shell, { storage: '/mnt/usb', mount: 'required' });
  try {
    return await deploy(
      {
        wanted: sample.wanted,
        files: () => sample.files(),
        images: sample.images,
        settings: { mount: 'required', storage: '/mnt/usb', keepReleases: 1, reserveBytes: 1 << 20, lock },
        owner: { command: 'deploy', who, host: 'tests', process: process.pid, since: 1_800_000_000 },
        check: { http, url: reach.url },
      },
      {
        storage,
        now: () => performance.now(),
        clock: () => 1_800_000_000,
        wait: (milliseconds, signal) =>
          setTimeout(shortened(milliseconds), undefined, { ref: false, ...(signal && { signal }) }),
        random: () => randomBytes(16).toString('hex'),
      },
    );
  } finally {
    await storage.close();
  }
}
