import type { World } from '../../ports/world.ts';
import type { RouterReport } from '../../report/routerReport.ts';
import type { Selection } from '../sites.ts';
import type { RouterHooks, RouterOptions } from './options.ts';
import { planned } from './planOf.ts';
import { refuseErrors, routerSite } from './site.ts';
import { withRouter } from './withRouter.ts';

/** What `router apply` would do to the router of a site, and what is in its way. Writes nothing. */
export async function planSiteRouter(
  selection: Selection,
  options: RouterOptions,
  world: World,
  hooks: RouterHooks = {},
): Promise<RouterReport> {
  const site = await routerSite(selection, options, world);
  refuseErrors(site);
  return withRouter(site, world, hooks, async (tools) => {
    const { plan } = await planned(site, options, world, tools);
    return { site: site.name, plan, outcome: undefined };
  });
}
