import type { ReimagePlan } from '../../reimage/plan/plan.ts';
import type { KeptRun } from '../../reimage/steps/journal.ts';
import { Failure } from '../../shared/failure.ts';

/** Throws where a plan may not be carried out: all that speaks against it was printed with it. */
export function refusePlan({ refusals }: ReimagePlan): void {
  const [first] = refusals;
  if (first === undefined) return;
  const more = refusals.length === 1 ? '' : ` (and ${refusals.length - 1} more)`;
  const node = first.node === undefined ? '' : `${first.node}: `;
  throw new Failure('refused', `nothing was done: ${node}${first.message}${more}`, { next: first.next });
}

/** Throws where a reimage was begun and did not come to its end: another one would not know of its nodes. A plan may be made all the same. */
export function refuseUnfinished(kept: KeptRun | undefined, planOnly: boolean): void {
  if (kept === undefined || planOnly || isOver(kept)) return;
  const names = kept.run.nodes.filter(({ status }) => status !== 'done').map(({ hostname }) => hostname);
  throw new Failure('refused', `a reimage did not come to its end: of ${names.join(', ')}`, {
    next: 'pilotlight reimage --resume goes on with it, pilotlight reimage --abort takes it back as far as that goes',
  });
}

/** Whether nothing is left to be done of a run. */
export function isOver({ run: { phase } }: KeptRun): boolean {
  return phase === 'done' || phase === 'aborted';
}
