import type { Site } from '../../inventory/model/site.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import { changesBetween } from '../uci/changes.ts';
import { desiredConfig } from './desired.ts';
import { planFiles, type WantedFile } from './files.ts';
import { missingPackages } from './missingPackages.ts';
import { routerProblems } from './problems/problems.ts';
import type { RouterPlan } from './routerPlan.ts';

/** What a plan is made from. */
export interface RouterPlanInput {
  /** `root@192.168.26.1:22` */
  readonly target: string;
  readonly site: Site;
  readonly facts: RouterFacts;
  /** The gate, where the site has one, and the iPXE binaries. */
  readonly files: readonly WantedFile[];
}

/** What has to be done so that a router boots the nodes of a site. Planned again after it was done, nothing is left to do. */
export function planRouter({ target, site, facts, files }: RouterPlanInput): RouterPlan {
  return {
    schemaVersion: 1,
    target,
    system: facts.system,
    method: facts.rpcd ? 'rpcd' : 'timer',
    packages: missingPackages(site, facts),
    changes: changesBetween(facts.configuration, desiredConfig(site, facts)),
    files: planFiles(files, facts),
    problems: routerProblems(site, facts),
  };
}

/** Whether a plan has nothing to do. */
export function isDone({ packages, changes, files }: RouterPlan): boolean {
  return packages.length === 0 && changes.length === 0 && files.every(({ action }) => action === 'keep');
}
