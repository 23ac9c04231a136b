import type { Site } from '../../../inventory/model/site.ts';
import type { RouterFacts } from '../../facts/routerFacts.ts';
import type { RouterProblem } from '../routerPlan.ts';
import { bootProblems } from './boots.ts';
import { dhcpProblems } from './dhcp.ts';
import { hostProblems } from './hosts.ts';
import type { ProblemRule } from './problem.ts';
import { storageProblems } from './storage.ts';
import { systemProblems } from './system.ts';
import { webProblems } from './web.ts';

const rules: readonly ProblemRule[] = [
  systemProblems,
  dhcpProblems,
  hostProblems,
  bootProblems,
  webProblems,
  storageProblems,
];

/** All that on a router is in the way of a site, or will surprise: errors first. */
export function routerProblems(site: Site, facts: RouterFacts): RouterProblem[] {
  const problems = rules.flatMap((rule) => rule(site, facts));
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity === 'warning'),
  ];
}
