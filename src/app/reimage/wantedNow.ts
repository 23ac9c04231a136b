import type { Wanted } from '../../reimage/plan/drift.ts';
import type { DeployedRelease } from '../arm/deployed.ts';
import { earlierRelease } from './earlierRelease.ts';
import type { OpenReimage } from './openSite.ts';
import { wantedOf } from './released.ts';

/** What nodes are compared with: the release that the router serves, and the one before it. */
export async function wantedNow(open: OpenReimage, { manifest }: DeployedRelease): Promise<Wanted> {
  const earlier = await earlierRelease(open);
  const before = earlier === undefined ? undefined : wantedOf(earlier).released;
  return { ...wantedOf(manifest), ...(before === undefined ? {} : { before }) };
}
