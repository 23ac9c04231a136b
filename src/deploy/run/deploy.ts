import type { Survey } from '../../ports/storage.ts';
import { changesAnything, type DeployPlan } from '../plan/plan.ts';
import type { StorageState } from '../plan/state.ts';
import type { Problem } from '../preflight.ts';
import { apply } from './apply.ts';
import { refuseUnexpected } from './expected.ts';
import { explained } from './explain.ts';
import { type PreparedDeploy, prepare } from './prepare.ts';
import { refuseProblems } from './problems.ts';
import { readUnderLock } from './readUnderLock.ts';
import type { DeployOutcome, DeployRequest } from './request.ts';
import { underLock } from './run.ts';
import type { RunTools } from './tools.ts';

export type { DeployOutcome, DeployRequest } from './request.ts';

/** What a deploy would do, and what keeps it from being done. Writes nothing. */
export async function planDeployment(
  request: Pick<DeployRequest, 'wanted' | 'images' | 'settings'>,
  tools: RunTools,
): Promise<{ survey: Survey; state: StorageState; plan: DeployPlan; problems: readonly Problem[] }> {
  const { survey, state, plan, problems } = await explained(undefined, tools, request.settings, () =>
    prepare(request, tools),
  );
  return { survey, state, plan, problems };
}

/**
 * Makes a storage hold a release and point to it: plans, and carries the plan out under the lock. Whatever ends it, the storage points to a
 * release that is whole, and the next deploy goes on from there. Nothing to do is one round trip and no write.
 */
export async function deploy(request: DeployRequest, tools: RunTools): Promise<DeployOutcome> {
  const { settings } = request;
  const first = await explained(undefined, tools, settings, () => prepare(request, tools));
  const nothing = await explained(first.state, tools, settings, () => decided(request, first, []));
  if (nothing !== undefined) return nothing;
  return underLock(request, tools, first, async (run) => {
    const prepared = await readUnderLock(run, () => prepare(request, tools));
    return decided(request, prepared, run.warnings) ?? apply(request, run, prepared);
  });
}

/**
 * The outcome where nothing is to be done; throws where the plan may not be carried out. Under the lock too: somebody else may have done it
 * meanwhile.
 */
function decided(
  { expected }: DeployRequest,
  { plan, problems, state: { pointer } }: PreparedDeploy,
  warnings: readonly string[],
): DeployOutcome | undefined {
  if (pointer !== undefined && problems.length === 0 && !changesAnything(plan)) {
    refuseUnexpected(expected, plan);
    return { plan, changed: false, pointer, uploadedBytes: 0, seconds: 0, warnings };
  }
  refuseProblems(problems);
  refuseUnexpected(expected, plan);
  return undefined;
}
