import { resolve } from 'node:path';
import type { Bundle } from '../../action/support/bundle.ts';
import type { ActRun } from './act.ts';

const folder = resolve(import.meta.dirname, '../standIns/recorder');

/** In place of Pilotlight: notes what it was called with. */
export const recorder: Bundle = {
  main: () => `${folder}/action/main.js`,
  post: () => `${folder}/action/post.js`,
  folder: () => folder,
};

/** A call of the recorder. */
export interface Call {
  /** Inputs that were not empty. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Text of the plan to carry out. */
  readonly plan?: string;
  /** Text of the file of secrets. */
  readonly values?: string;
  /** Mode of that file. */
  readonly mode?: number;
  readonly ageKey?: string;
}

/** What the recorder was called with, in order. */
export function callsOf(run: ActRun): Call[] {
  return run
    .kept('calls')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Call);
}
