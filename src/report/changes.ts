import type { NodeChange } from '../release/plan/plan.ts';
import type { Palette } from './palette.ts';

/** What a change is called wherever a person reads of it. */
export const changeWords: Readonly<Record<NodeChange, string>> = {
  unchanged: 'no change',
  reimage: 'reimage needed',
  dataAtRisk: 'data at risk',
  added: 'added',
  removed: 'removed',
};

/** The colour of a change. */
export function changePaint(change: NodeChange, colours: Palette): (text: string) => string {
  const paints: Record<NodeChange, (text: string) => string> = {
    unchanged: colours.faint,
    reimage: colours.warning,
    dataAtRisk: colours.error,
    added: colours.added,
    removed: colours.removed,
  };
  return paints[change];
}
