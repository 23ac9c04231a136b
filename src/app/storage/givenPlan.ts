import type { DeployPlan } from '../../deploy/plan/plan.ts';
import { Failure } from '../../shared/failure.ts';

export type GivenPlan = DeployPlan;

/**
 * The plan of a site in what `deploy --plan --format json` printed: one report, or reports by the name of the site. A run compares it with
 * the plan that it makes itself and carries out its own, so a text that is no plan fits nothing and does nothing.
 */
export function planIn(text: string, file: string, site: string): DeployPlan {
  const document = parseObject(text);
  const report = document?.version === 1 ? document : asObject(document?.[site]);
  const plan = report?.plan;
  if (report?.site === site && isPlan(plan)) return plan;
  throw new Failure('usage', `${file} holds no plan for ${site}`, {
    next: 'make it with pilotlight deploy --plan --format json',
  });
}

/** Whether a value has what a plan is compared by. */
function isPlan(value: unknown): value is DeployPlan {
  const plan = asObject(value);
  return (
    plan?.schemaVersion === 1 &&
    typeof plan.release === 'string' &&
    (plan.base === null || typeof asObject(plan.base)?.release === 'string') &&
    Array.isArray(plan.changes) &&
    plan.changes.every(isChange)
  );
}

function isChange(value: unknown): boolean {
  const change = asObject(value);
  const subject = change?.action === 'switch' ? change.to : change?.path;
  return typeof change?.action === 'string' && typeof subject === 'string';
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
