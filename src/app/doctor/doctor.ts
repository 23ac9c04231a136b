import type { World } from '../../ports/world.ts';
import type { DoctorReport } from '../../report/doctorReport.ts';
import type { BuildHooks } from '../build/site.ts';
import { type CheckedSite, check } from '../check.ts';
import type { RouterHooks } from '../router/options.ts';
import { stepsAround } from './around.ts';
import { stepsHere } from './here.ts';
import type { DoctorOptions } from './options.ts';
import { routerSteps } from './router.ts';

/**
 * Tells what is still missing, in the order in which it is mended: the inventory, the images, the way to the router, the router, the nodes, and what
 * the repository needs around it. Writes nothing.
 */
export async function doctor(
  options: DoctorOptions,
  world: World,
  hooks: RouterHooks & BuildHooks = {},
): Promise<DoctorReport[]> {
  const { sites } = await check(options.selection, world, hooks);
  const reports: DoctorReport[] = [];
  for (const site of sites) reports.push(await examine(site, options, world, hooks));
  return reports;
}

async function examine(
  site: CheckedSite,
  options: DoctorOptions,
  world: World,
  hooks: RouterHooks,
): Promise<DoctorReport> {
  const { inventory } = site.opened;
  const here = await stepsHere(site, options, world);
  if (inventory === undefined) return { site: site.name, steps: here };
  const router = await routerSteps(inventory, options, world, hooks);
  return { site: site.name, steps: [...here, ...router, ...(await stepsAround(inventory, options, world))] };
}
