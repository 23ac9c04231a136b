import type { World } from '../../ports/world.ts';
import type { DoctorReport } from '../../report/doctorReport.ts';
import type { BuildHooks } from '../build/site.ts';
import { type CheckedSite, check } from '../check.ts';
import type { RouterHooks } from '../router/options.ts';
import type { Selection } from '../sites.ts';
import { stepsAround } from './around.ts';
import { stepsHere } from './here.ts';
import { routerSteps } from './router.ts';

export interface DoctorOptions {
  readonly selection: Selection;
  /** Whether the network is left alone. */
  readonly offline: boolean;
  /** The cache of image files. */
  readonly images: string;
  /** How SSH would prove who it is, in words; undefined where nothing can. */
  readonly login: string | undefined;
  /** A file with values of secrets. */
  readonly secretsFile: string | undefined;
  /** How a command is typed for this inventory: `pilotlight -i rack check`. */
  command(words: string): string;
}

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
