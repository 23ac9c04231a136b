import type { Node } from '../../inventory/model/node.ts';
import type { PlannedNode } from '../../reimage/plan/plan.ts';
import { type Cause, likelyCause } from '../../reimage/watch/cause.ts';
import type { Sighting } from '../../reimage/watch/sighting.ts';
import { stageOf, watchedSteps } from '../../reimage/watch/stage.ts';
import type { RouterTold } from '../../reimage/watch/told.ts';
import { beginWatch, lastArmed, look } from '../../reimage/watch/watch.ts';
import { routerTold } from './routerTold.ts';
import type { SiteRun } from './siteRun.ts';

/** Why an installation does not go on, by all that the router saw of the node since it was armed; undefined where nothing tells. */
export async function seenCause(
  run: SiteRun,
  node: Node,
  planned: PlannedNode,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const cause = seenSinceArmed(await routerTold(run, signal), node, planned)?.cause;
  return cause === undefined ? undefined : [`${cause.message} (${cause.next})`, ...cause.lines].join('\n  ');
}

/** What a router saw of a node since it was armed, and why it does not go on; undefined where nobody armed it since the router started. */
export function seenSinceArmed(
  told: RouterTold,
  { macs }: Pick<Node, 'macs'>,
  { wanted }: Pick<PlannedNode, 'wanted'>,
): { readonly sightings: readonly Sighting[]; readonly cause: Cause | undefined } | undefined {
  const start = lastArmed(told, macs);
  if (start === undefined) return undefined;
  const { sightings, seconds } = look(beginWatch({ macs, digest: wanted ?? '' }, start), told);
  const stage = stageOf(sightings);
  const waited = watchedSteps[stage === undefined ? 1 : watchedSteps.indexOf(stage) + 1] ?? 'ready';
  return { sightings, cause: likelyCause(sightings, waited, seconds) };
}
