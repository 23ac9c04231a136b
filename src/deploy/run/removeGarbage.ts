import { ConnectionLost } from '../../ports/remoteShell.ts';
import { Failure } from '../../shared/failure.ts';
import type { PlannedChange } from '../plan/plan.ts';
import { attempt } from './attempt.ts';
import type { Run } from './run.ts';

/**
 * Removes one thing that nobody needs. What cannot be removed is a warning: it stays garbage. Throws where nothing more can be done on the
 * storage at all.
 */
export async function removeGarbage(
  { tools, handle, warnings }: Run,
  { path }: Extract<PlannedChange, { action: 'delete' }>,
): Promise<void> {
  tools.onEvent?.({ stage: 'collect', subject: path });
  try {
    await attempt(tools, () => tools.storage.remove(handle, path));
  } catch (error) {
    if (!(error instanceof Failure) || error.cause instanceof ConnectionLost) throw error;
    warnings.push(`${path} could not be removed: ${error.message}`);
  }
}
