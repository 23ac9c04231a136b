import { getState, saveState } from '@actions/core';
import type { HeldArm } from '../app/arm/heldArm.ts';

/** Name of the state that the step's end reads. */
const stateName = 'arms';

/** Notes the nodes that the step armed, for its end to disarm those that it could not. Nothing of that is secret. */
export function saveArms(arms: readonly HeldArm[]): void {
  saveState(stateName, JSON.stringify(arms));
}

/** The arms that the step noted last, by router. */
export function readArms(): readonly (readonly HeldArm[])[] {
  const text = getState(stateName);
  const arms = text === '' ? [] : (JSON.parse(text) as readonly HeldArm[]);
  const byRouter = new Map<string, HeldArm[]>();
  for (const arm of arms) {
    const router = JSON.stringify(arm.target);
    byRouter.set(router, [...(byRouter.get(router) ?? []), arm]);
  }
  return [...byRouter.values()];
}
