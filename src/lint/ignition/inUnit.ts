import type { Flaw, PlacedFlaw } from './flaw.ts';
import type { PlacedUnit } from './nodeView.ts';

/** A flaw of a unit as a flaw of the configuration that the unit is in. */
export function inUnit({ at }: PlacedUnit, flaw: Flaw): PlacedFlaw {
  return { ...flaw, at: [...at, ...flaw.at] };
}
