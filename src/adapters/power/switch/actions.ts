import type { PowerState } from '../../../ports/power.ts';

/** What a switch may be told. */
export type SwitchAction = 'on' | 'off' | 'cycle' | 'bootNetwork';

/**
 * What to tell a switch so that the machine starts, or starts again; undefined where it can be told nothing of the kind.
 *
 * @param has what it understands
 */
export function startingActions(
  state: PowerState,
  has: (action: SwitchAction) => boolean,
): readonly SwitchAction[] | undefined {
  if (state === 'off' && has('on')) return ['on'];
  if (has('cycle')) return ['cycle'];
  if (state !== 'off' && has('off') && has('on')) return ['off', 'on'];
  return state !== 'on' && has('on') ? ['on'] : undefined;
}
