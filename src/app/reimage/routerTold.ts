import type { RouterTold, ToldLog } from '../../reimage/watch/told.ts';
import { readLogTime } from '../../router/boots/logTime.ts';
import { readLog } from '../../router/boots/readLog.ts';
import { macsByAddress, readLeases } from '../../router/facts/leases.ts';
import { readGate } from '../../router/gate/state.ts';
import type { SiteRun } from './siteRun.ts';

/** What is needed to ask a router what it saw. */
export type RouterReach = Pick<SiteRun, 'gate' | 'world' | 'place' | 'inventory'>;

/** What the router's gate and its DHCP server tell at this moment. */
export async function routerTold(run: RouterReach, signal?: AbortSignal): Promise<RouterTold> {
  const state = await run.gate.use((open) => open.state(), signal);
  const { bootId, uptime } = state;
  const now = run.world.now() / 1000;
  const log = await logOf(run, signal);
  return {
    bootId,
    uptime,
    now,
    events: readGate(state).events,
    ...(log === undefined ? {} : { log }),
  };
}

/** What dnsmasq said, where the router is one that tells. */
async function logOf(
  { world, place, inventory }: RouterReach,
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
