import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { World } from '../../ports/world.ts';
import type { RouterTools } from '../../router/run/tools.ts';
import { Failure } from '../../shared/failure.ts';
import type { RouterHooks } from './options.ts';
import type { RouterSite } from './site.ts';

/** Opens a site's router, hands over what a run needs, and closes it whatever happens. */
export async function withRouter<T>(
  { name, place }: RouterSite,
  world: World,
  hooks: RouterHooks,
  act: (tools: RouterTools) => Promise<T>,
): Promise<T> {
  const signal = hooks.stoppable?.();
  signal?.throwIfAborted();
  const { onEvent } = hooks;
  onEvent?.({ stage: 'connect', subject: name });
  const router = await world.routers.open(place.target, signal);
  try {
    return await act({
      router,
      http: world.http,
      tftp: world.tftp,
      ...(signal === undefined ? {} : { signal }),
      ...(onEvent === undefined ? {} : { onEvent }),
      now: () => world.now(),
      wait: (milliseconds, until) => world.wait(milliseconds, until),
    });
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    throw new Failure('world', `the connection to ${router.name} broke: ${error.message}`, {
      next: 'see that the router is on and answers, and run the same command again',
      cause: error,
    });
  } finally {
    // The connection may be what broke: closing it again is no news.
    await router.close().catch(() => undefined);
  }
}
