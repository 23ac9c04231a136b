import { attempt } from '../../deploy/run/attempt.ts';
import type { RunTools } from '../../deploy/run/tools.ts';
import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { LockHandle } from '../../ports/storage.ts';
import { RunWriter } from '../../reimage/run/storedRun.ts';
import type { KeptSlots } from '../../reimage/steps/journal.ts';
import type { ReimageRun } from '../../reimage/steps/run.ts';
import { Failure } from '../../shared/failure.ts';

/** Milliseconds for which a router that does not answer is waited for: it may be restarting. */
const patience = 300_000;
const pause = 5_000;

/** What writes a run down on the storage, over broken connections. Throws as Storage does, and a Failure when the router stays away. */
export function runKeeper(
  tools: RunTools,
  handle: LockHandle,
  found: KeptSlots,
): (run: ReimageRun) => Promise<void> {
  const writer = new RunWriter(tools.storage, handle, found);
  return async (run) => {
    const end = tools.now() + patience;
    for (;;) {
      try {
        await attempt(tools, () => writer.write(run));
        return;
      } catch (error) {
        const isLost = error instanceof Failure && error.cause instanceof ConnectionLost;
        const stays = error instanceof Failure && error.cause instanceof Failure && error.kind === 'world';
        if (!(isLost || stays) || tools.now() >= end) throw error;
        await tools.wait(pause);
      }
    }
  };
}
