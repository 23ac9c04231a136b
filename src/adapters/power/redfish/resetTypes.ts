import type { PowerState } from '../../../ports/power.ts';

/** What to ask of a system so that it starts, one after the other: `ForceOff`, `On` where it can do no more at once. */
const ways: Readonly<Record<'running' | 'off', readonly (readonly string[])[]>> = {
  // A system that hangs does nothing about a graceful restart, and nobody is told: it comes late.
  running: [
    ['ForceRestart'],
    ['PowerCycle'],
    ['ForceOff', 'On'],
    ['ForceOff', 'ForceOn'],
    ['GracefulRestart'],
  ],
  off: [['On'], ['ForceOn'], ['PushPowerButton']],
};

/**
 * How a system is started, or started again.
 *
 * @param allowed what the controller takes; undefined where it does not say
 * @param graceful whether the system is to end by itself
 */
export function resetTypes(
  state: PowerState,
  allowed: readonly string[] | undefined,
  graceful: boolean,
): readonly string[] | undefined {
  if (state === 'off') return ways.off.find((way) => isAllowed(way, allowed));
  const gentle = ['GracefulRestart'];
  const order = graceful ? [gentle, ...ways.running] : ways.running;
  return order.find((way) => isAllowed(way, allowed));
}

function isAllowed(way: readonly string[], allowed: readonly string[] | undefined): boolean {
  return allowed === undefined || way.every((type) => allowed.includes(type));
}
