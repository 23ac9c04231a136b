import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import type { RouterProblem } from '../routerPlan.ts';

/** Looks for what on a router is in the way of a site. */
export type ProblemRule = (site: Site, facts: RouterFacts) => readonly RouterProblem[];

/** Something that has to be mended first. */
export function error(message: string, next: string): RouterProblem {
  return { severity: 'error', message, next };
}

/** Something to know. */
export function warning(message: string, next: string): RouterProblem {
  return { severity: 'warning', message, next };
}
