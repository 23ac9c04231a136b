import type { Node } from '../../inventory/model/node.ts';
import type { PlannedNode } from '../../reimage/plan/plan.ts';
import { likelyCause } from '../../reimage/watch/cause.ts';
import { stageOf, watchedSteps } from '../../reimage/watch/stage.ts';
import type { RouterTold, ToldLog } from '../../reimage/watch/told.ts';
import { beginWatch, lastArmed, look } from '../../reimage/watch/watch.ts';
import { readLogTime } from '../../router/boots/logTime.ts';
import { readLog } from '../../router/boots/readLog.ts';
import { macsByAddress, readLeases } from '../../router/facts/leases.ts';
import { readGate } from '../../router/gate/state.ts';
import type { SiteRun } from './siteRun.ts';

/** Why an installation does not go on, by all that the router saw of the node since it was armed; undefined where nothing tells. */
export async function seenCause(
  run: SiteRun,
  node: Node,
  { wanted }: PlannedNode,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const state = await run.gate.use((open) => open.state(), signal);
  const { bootId, uptime } = state;
  const now = run.world.now() / 1000;
  const log = await logOf(run, signal);
  const told: RouterTold = {
    bootId,
    uptime,
    now,
    events: readGate(state).events,
    ...(log === undefined ? {} : { log }),
  };
  const start = lastArmed(told, node.macs);
  if (start === undefined) return undefined;
  const { sightings, seconds } = look(beginWatch({ macs: node.macs, digest: wanted ?? '' }, start), told);
  const stage = stageOf(sightings);
  const waited = watchedSteps[stage === undefined ? 1 : watchedSteps.indexOf(stage) + 1] ?? 'ready';
  const cause = likelyCause(sightings, waited, seconds);
  return cause === undefined ? undefined : [`${cause.message} (${cause.next})`, ...cause.lines].join('\n  ');
}

/** What dnsmasq said, where the router is one that tells. */
async function logOf(
  { world, place, inventory }: SiteRun,
  signal?: AbortSignal,
): Promise<ToldLog | undefined> {
  if (inventory.site.router.target !== 'openwrt') return undefined;
  const router = await world.routers.open(place.target, signal);
  try {
    const { log, clock, uptime, leases, neighbours } = await router.survey([]);
    if (clock === undefined) return undefined;
    const given = readLeases(leases);
    return {
      clock: readLogTime(clock) ?? 0,
      steps: readLog(log, { clock, uptime, macs: macsByAddress(given, neighbours) }),
      leases: given.map(({ expiry, mac, address }) => ({ expiry, mac, address })),
    };
  } finally {
    await router.close().catch(() => undefined);
  }
}
