import type { NodeChange } from '../../../release/plan/plan.ts';
import { changeWords } from '../../changes.ts';
import { badge, type Tone } from '../icons.ts';
import type { Markup } from '../markup.ts';

/** How much each change weighs. */
export const changeTones: Readonly<Record<NodeChange, Tone>> = {
  unchanged: 'quiet',
  reimage: 'warn',
  dataAtRisk: 'bad',
  added: 'info',
  removed: 'info',
};

/** What a plan says of a node. */
export function changeBadge(change: NodeChange): Markup {
  return badge(changeTones[change], changeWords[change]);
}
