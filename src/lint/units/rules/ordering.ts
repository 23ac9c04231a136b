import { compareText } from '../../../shared/finding.ts';
import type { PlacedFlaw } from '../../ignition/flaw.ts';
import { inUnit } from '../../ignition/inUnit.ts';
import type { NodeView, PlacedUnit } from '../../ignition/nodeView.ts';
import { type OrderEdge, orderOf } from '../order.ts';
import { valueFlaw } from '../unitFlaw.ts';

/** Longest chain that is followed: the search is recursive. */
const longestPath = 2000;

/** PL3232: units of the configuration that wait for each other. Each cycle is told once, at one of its lines. */
export function orderingCycles(view: NodeView): PlacedFlaw[] {
  const order = orderOf(view);
  const state = new Map<string, 'open' | 'done'>();
  const flaws: PlacedFlaw[] = [];
  const visit = (name: string, path: OrderEdge[]): void => {
    state.set(name, 'open');
    for (const edge of order.get(name) ?? []) {
      if (state.get(edge.before) === 'open') flaws.push(...tell(view, cycleOf(edge, path)));
      else if (!state.has(edge.before) && path.length < longestPath) visit(edge.before, [...path, edge]);
    }
    state.set(name, 'done');
  };
  for (const name of [...order.keys()].sort(compareText)) if (!state.has(name)) visit(name, []);
  return flaws;
}

function cycleOf(last: OrderEdge, path: readonly OrderEdge[]): OrderEdge[] {
  const start = path.findIndex((edge) => edge.after === last.before);
  return [...(start < 0 ? [] : path.slice(start)), last];
}

function tell(view: NodeView, cycle: readonly OrderEdge[]): PlacedFlaw[] {
  const edge = cycle.at(-1);
  const placed: PlacedUnit | undefined = edge === undefined ? undefined : view.unitByName.get(edge.writtenIn);
  if (edge === undefined || placed === undefined) return [];
  const names = [...cycle.map((each) => each.after), edge.before].join(' after ');
  const message =
    cycle.length === 1 ? `${edge.after} waits for itself` : `units wait for each other: ${names}`;
  return [
    inUnit(
      placed,
      valueFlaw('PL3232', edge.directive, message, 'remove one of the After= or Before= lines', edge.word),
    ),
  ];
}
