import type { RouterPlan, RouterProblem } from '../plan/routerPlan.ts';
import type { ProbeResult } from '../run/probe/probe.ts';

/** What is wrong with a router, as far as it can be told. */
export interface RouterHealth {
  /** `failed`: nodes do not boot as they should; `attention`: they do, and something is to be seen to. */
  readonly state: 'ok' | 'attention' | 'failed';
  readonly problems: readonly RouterProblem[];
  readonly probes: readonly ProbeResult[];
}

/**
 * Puts together what is wrong with a router: what the plan finds in its way, what is not as the inventory wants it, and what it does not
 * answer.
 */
export function routerHealth(plan: RouterPlan, probes: readonly ProbeResult[]): RouterHealth {
  const problems = [...plan.problems, ...notDone(plan)];
  const failed =
    problems.some(({ severity }) => severity === 'error') || probes.some(({ state }) => state === 'failed');
  const attention = problems.length > 0 || probes.some(({ state }) => state === 'unknown');
  return { state: failed ? 'failed' : attention ? 'attention' : 'ok', problems, probes };
}

function notDone({ packages, changes, files }: RouterPlan): RouterProblem[] {
  const uploads = files.filter(({ action }) => action === 'upload').map(({ path }) => path);
  const apply = 'run `pilotlight router apply`';
  const install = 'run `pilotlight router apply --install-packages`';
  return [
    ...packages.map(({ name, why }) => problem(`the package ${name} is not installed: it ${why}`, install)),
    ...(changes.length === 0
      ? []
      : [
          problem(
            `${counted(changes.length, 'change')} of the configuration ${changes.length === 1 ? 'is' : 'are'} not applied`,
            apply,
          ),
        ]),
    ...(uploads.length === 0
      ? []
      : [problem(`files are missing or other ones than wanted: ${uploads.join(', ')}`, apply)]),
  ];
}

function problem(message: string, next: string): RouterProblem {
  return { severity: 'error', message, next };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
