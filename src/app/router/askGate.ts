import type { World } from '../../ports/world.ts';
import { type GateView, readGate } from '../../router/gate/state.ts';
import type { RouterProblem } from '../../router/plan/routerPlan.ts';
import { Failure } from '../../shared/failure.ts';
import { withGate } from '../arm/withGate.ts';
import type { RouterSite } from './site.ts';

/** What a gate said, or why it said nothing. Both are undefined where the site has none. */
export interface AskedGate {
  readonly view: GateView | undefined;
  readonly problem: RouterProblem | undefined;
}

/** Asks a site's gate over SSH. That it does not answer is an answer here. */
export async function askGate(
  { site, place }: RouterSite,
  world: World,
  signal: AbortSignal | undefined,
): Promise<AskedGate> {
  if (site.router.gate !== 'cgi') return { view: undefined, problem: undefined };
  try {
    const state = await withGate(place.target, world, signal, (gate) => gate.state());
    return { view: readGate(state), problem: undefined };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const next = error.next ?? 'run `pilotlight router apply`';
    return { view: undefined, problem: { severity: 'error', message: error.message, next } };
  }
}
