import { summarize } from '../app/check.ts';
import { lockImages } from '../app/images/lock.ts';
import { mirrorsOf } from '../app/images/options.ts';
import type { World } from '../app/world.ts';
import { imagesLockText } from '../report/imagesLock.ts';
import type { Inputs } from './inputs.ts';
import { printReport } from './log.ts';
import type { Result } from './result.ts';
import { stoppable } from './stop.ts';

/** Brings the image lock of each site up to date, or tells what would change with `dry-run`. */
export async function updateImages(inputs: Inputs, world: World): Promise<Result> {
  const started = world.now();
  const options = { check: false, planOnly: inputs.deploy.dryRun, mirrors: mirrorsOf(process.env) };
  const hooks = { stoppable: stoppable('run it again') };
  const locks = await lockImages({ folder: inputs.inventory, site: inputs.site }, options, world, hooks);
  for (const lock of locks) printReport(imagesLockText(lock, true));
  return { ...summarize([], world.now() - started), sites: [], notes: [], locks };
}
