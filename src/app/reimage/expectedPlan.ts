import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import { canonicalJson } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';

/** Throws where a plan is not the one that was approved: then something changed since. */
export function refuseOtherPlan(expected: ReimagePlan | undefined, plan: ReimagePlan): void {
  if (expected === undefined || decisive(expected) === decisive(plan)) return;
  const differing = plan.nodes.find(
    (node) =>
      canonicalJson(expected.nodes.find(({ hostname }) => hostname === node.hostname)) !==
      canonicalJson(node),
  );
  const what =
    expected.release !== plan.release
      ? 'the router serves another release'
      : differing === undefined
        ? 'its nodes, or the cluster, are not what they were'
        : `${differing.hostname} is not what it was`;
  throw new Failure('refused', `this is not the plan that was given: ${what}`, {
    next: 'nothing was done: make a plan anew, and have it approved',
  });
}

/** Throws where a plan that was approved is of another kind than what is asked for: before anything is looked at. */
export function refuseOtherKind(expected: ReimagePlan | undefined, remove: boolean): void {
  if (expected === undefined) return;
  const removes = expected.nodes.some(({ removal }) => removal !== undefined);
  if (removes === remove) return;
  const [what, next] = removes
    ? ['removes nodes for good', 'say --remove, too, and the same names']
    : ['installs nodes anew, and removes none', 'leave out --remove'];
  throw new Failure('usage', `the plan that was given ${what}; nothing was done`, { next });
}

/** All that says what will be done, and to what. */
function decisive({ release, nodes, quorum, agentsAtATime, drain }: ReimagePlan): string {
  return canonicalJson({ release, nodes, quorum, agentsAtATime, drain });
}

/** The plan of a site in what `reimage --plan --format json` printed. */
export function reimagePlanIn(text: string, file: string, site: string): ReimagePlan {
  const report = parsed(text);
  const plan = report?.plan;
  if (report?.version === 1 && report.site === site && isPlan(plan)) return plan;
  throw new Failure('usage', `${file} holds no plan of a reimage of ${site}`, {
    next: 'make it with pilotlight reimage --plan --format json',
  });
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value has what a plan is compared by: another one fits no plan, and does nothing. */
function isPlan(value: unknown): value is ReimagePlan {
  const plan = value as Partial<ReimagePlan> | null | undefined;
  return plan?.schemaVersion === 1 && typeof plan.release === 'string' && Array.isArray(plan.nodes);
}
