import { type Router, type RouterOptions, startRouter } from '../lab/router.ts';
import { deployTo, type Reach } from './deployTo.ts';
import type { Place } from './faults.ts';
import { startProxy } from './proxy.ts';
import { old, oldest } from './releases.ts';

/** A router on which the old release is current, and to which it can go back. */
export interface SweepPlace extends Place {
  readonly reach: Reach;
  /** The root folder, as seen from here. */
  readonly root: string;
  /** Makes the stick what it was before the new release, whatever happened. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

const kept = 'old';

/** Starts a router with the oldest and the old release on it. */
export async function startPlace(options: RouterOptions = {}): Promise<SweepPlace> {
  const router = await startRouter({ stickBytes: 24 << 20, ...options });
  const proxy = await startProxy(() => router.port);
  const reach = reachOf(router, proxy.port);
  for (const sample of [oldest, old]) await deployTo(reach, sample);
  await router.stick.unmount();
  await router.stick.keep(kept);
  await router.stick.mount();
  return {
    router,
    proxy,
    reach,
    root: router.seen('/mnt/usb/pilotlight'),
    async reset() {
      proxy.cut();
      proxy.open = true;
      await router.reset(kept);
    },
    async close() {
      await proxy.close();
      await router.close();
    },
  };
}

/** How a router is reached through a port of this machine. */
export function reachOf(router: Router, port: number): Reach {
  return { port, hostKey: router.hostKey.replace(/^\S+ /, ''), clientKey: router.clientKey, url: router.url };
}
