import { shortDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { DeployPlan, PlannedChange } from '../plan/plan.ts';
import type { Pointer } from '../plan/state.ts';

/**
 * Throws a Failure when a plan would do what the expected one did not say. What an earlier run of the expected plan did already may be
 * missing: a run that was cut off can be said again with the same plan.
 */
export function refuseUnexpected(expected: DeployPlan | undefined, plan: DeployPlan): void {
  if (expected === undefined) return;
  const differences = [
    ...(expected.release === plan.release
      ? []
      : [
          `it is for release ${shortDigest(expected.release)}, and this is release ${shortDigest(plan.release)}`,
        ]),
    ...(fitsBase(expected, plan.base)
      ? []
      : [`it starts from ${named(expected.base)}, and the storage points to ${named(plan.base)}`]),
    ...unexpectedChanges(expected, plan),
  ];
  if (differences.length === 0) return;
  throw new Failure('refused', `the storage is not what the plan was made for: ${differences.join('; ')}`, {
    next: 'make the plan again, review it, and deploy with the new one',
  });
}

/** Whether the storage points to what it did when the plan was made, or, when a run was cut off, to what the plan switches to. */
function fitsBase({ base, release }: DeployPlan, now: Pointer | null): boolean {
  return now === null ? base === null : now.release === base?.release || now.release === release;
}

function unexpectedChanges(expected: DeployPlan, plan: DeployPlan): string[] {
  const known = new Set(expected.changes.filter(isChange).map(described));
  const more = plan.changes
    .filter(isChange)
    .map(described)
    .filter((each) => !known.has(each));
  return more.length === 0 ? [] : [`it does not ${more.join(', ')}`];
}

function isChange({ action }: PlannedChange): boolean {
  return action !== 'keep';
}

function described(change: PlannedChange): string {
  return change.action === 'switch'
    ? `switch to ${shortDigest(change.to)}`
    : `${change.action} ${change.path}`;
}

function named(pointer: Pointer | null): string {
  return pointer === null ? 'nothing' : `release ${shortDigest(pointer.release)}`;
}
