import type { World } from '../../ports/world.ts';
import type { RouterRollbackReport } from '../../report/routerRollback.ts';
import { surveyedConfiguration } from '../../router/facts/readFacts.ts';
import { rollbackRouter } from '../../router/run/rollback.ts';
import type { Selection } from '../sites.ts';
import type { ChangeOptions, RouterHooks } from './options.ts';
import { routerSite } from './site.ts';
import { withRouter } from './withRouter.ts';

/** Takes the last change of ours back on a site's router: one that waits for its confirmation, or else the last confirmed one. */
export async function rollBackSiteRouter(
  selection: Selection,
  options: ChangeOptions,
  world: World,
  hooks: RouterHooks = {},
): Promise<RouterRollbackReport> {
  const site = await routerSite(selection, options, world);
  return withRouter(site, world, hooks, async (tools) => {
    const { timeoutSeconds } = options;
    const outcome = await rollbackRouter({ uciPackages: surveyedConfiguration, timeoutSeconds }, tools);
    return { site: site.name, target: tools.router.name, ...outcome };
  });
}
