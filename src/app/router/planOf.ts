import type { RouterSurvey } from '../../ports/router.ts';
import type { World } from '../../ports/world.ts';
import { readFacts, surveyedConfiguration } from '../../router/facts/readFacts.ts';
import type { RouterFacts } from '../../router/facts/routerFacts.ts';
import { planRouter } from '../../router/plan/planRouter.ts';
import type { RouterPlan } from '../../router/plan/routerPlan.ts';
import type { RouterTools } from '../../router/run/tools.ts';
import { type RouterFile, routerFiles } from './files.ts';
import type { RouterOptions } from './options.ts';
import type { RouterSite } from './site.ts';

/** A router as it is, and what has to be done to it. */
export interface PlannedRouter {
  readonly survey: RouterSurvey;
  readonly facts: RouterFacts;
  readonly plan: RouterPlan;
  readonly files: readonly RouterFile[];
  /** Plans again, on a router that says something else of itself by now. */
  planOf(survey: RouterSurvey): RouterPlan;
}

/** Reads a router and plans. Writes nothing. */
export async function planned(
  { site }: RouterSite,
  options: RouterOptions,
  world: World,
  { router, onEvent }: RouterTools,
): Promise<PlannedRouter> {
  const files = await routerFiles(site, world, options.images ?? '.');
  onEvent?.({ stage: 'read', subject: router.name });
  const survey = await router.survey(surveyedConfiguration);
  const planOf = (said: RouterSurvey): RouterPlan => {
    const facts = readFacts(said, site.router);
    const plan = planRouter({ target: router.name, site, facts, files: files.map(({ wanted }) => wanted) });
    return { ...plan, problems: [...plan.problems, ...missingFiles(plan, files)] };
  };
  return { survey, facts: readFacts(survey, site.router), plan: planOf(survey), files, planOf };
}

/** Files that the router needs and this machine has not. */
function missingFiles(plan: RouterPlan, files: readonly RouterFile[]): RouterPlan['problems'] {
  const uploads = new Set(plan.files.filter(({ action }) => action === 'upload').map(({ path }) => path));
  return files.flatMap(({ wanted, content }) =>
    'problem' in content && uploads.has(wanted.path) ? [content.problem] : [],
  );
}
