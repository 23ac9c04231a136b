import { Failure } from '../../shared/failure.ts';
import { planCollection } from '../plan/deployPlan.ts';
import { changesAnything, type DeployPlan } from '../plan/plan.ts';
import type { StorageState } from '../plan/state.ts';
import { explained } from './explain.ts';
import { noteDone } from './note.ts';
import { refuseProblems } from './problems.ts';
import { look, readStorage } from './readStorage.ts';
import { readUnderLock } from './readUnderLock.ts';
import { removeGarbage } from './removeGarbage.ts';
import { type RunRequest, underLock } from './run.ts';
import type { RunTools, StorageSettings } from './tools.ts';

export interface CollectRequest extends RunRequest {
  /** Whether to stop when the plan is made. */
  readonly dryRun?: boolean;
}

export interface Collected {
  readonly plan: DeployPlan;
  /** What could not be removed, and why. */
  readonly warnings: readonly string[];
}

/** Removes what no release that is kept needs. */
export async function collectGarbage(request: CollectRequest, tools: RunTools): Promise<Collected> {
  const { settings, dryRun = false } = request;
  const first = await readStorage(tools, settings);
  const plan = await explained(first.state, tools, settings, () => planned(first.state, tools, settings));
  if (dryRun || !changesAnything(plan)) return { plan, warnings: [] };
  await explained(first.state, tools, settings, () => refuseProblems(first.problems));
  return underLock(request, tools, first, async (run) => {
    const { state } = await readUnderLock(run, () => look(tools, settings));
    const now = planned(state, tools, settings);
    for (const change of now.changes) if (change.action === 'delete') await removeGarbage(run, change);
    await noteDone(run, { event: 'collected' }, 'garbage was removed');
    return { plan: now, warnings: run.warnings };
  });
}

function planned(state: StorageState, tools: RunTools, { keepReleases }: StorageSettings): DeployPlan {
  const plan = planCollection({ target: tools.storage.name, state, keepReleases });
  if (plan !== undefined) return plan;
  throw new Failure('refused', 'the storage points to no release, so nothing can be told to be garbage', {
    next: 'deploy a release first',
  });
}
