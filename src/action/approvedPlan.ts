import { basename } from 'node:path';
import { reimagePlanIn } from '../app/reimage/expectedPlan.ts';
import type { ReimageOptions } from '../app/reimage/options.ts';
import { Failure } from '../shared/failure.ts';
import { readNamed } from './nodes.ts';

/** What is asked for where a plan was approved: all of it comes from the plan. */
export type PlanChoices = Pick<
  ReimageOptions,
  | 'nodes'
  | 'remove'
  | 'expected'
  | 'bootstrap'
  | 'replaceDead'
  | 'deleteEmptyDirData'
  | 'force'
  | 'drainSeconds'
  | 'agentsAtATime'
>;

/** Reads a plan that was approved, and answers for which site, and what makes that plan again where nothing changed since. */
export function approvedPlan(file: string): { readonly site: string; readonly choices: PlanChoices } {
  const text = readNamed('carry-out', file);
  const site = siteIn(text);
  const plan = reimagePlanIn(text, basename(file), site);
  const { nodes, drain, agentsAtATime, chosen } = plan;
  if (chosen === undefined)
    throw new Failure('usage', 'the file of `carry-out` does not say how its nodes were chosen', {
      next: 'make the plan anew, with the version of Pilotlight that carries it out',
    });
  return {
    site,
    choices: {
      // Those that were found have to be found again.
      nodes: chosen === 'changed' || chosen === 'all' ? chosen : nodes.map(({ hostname }) => hostname),
      remove: chosen === 'removal',
      expected: (name) => reimagePlanIn(text, basename(file), name),
      bootstrap: nodes.some(({ variant }) => variant === 'bootstrap'),
      replaceDead: nodes.some(({ alive }) => !alive),
      deleteEmptyDirData: drain.deleteEmptyDirData,
      force: drain.force,
      drainSeconds: drain.timeoutSeconds,
      agentsAtATime,
    },
  };
}

/** The site of a plan; empty where the text holds none. */
function siteIn(text: string): string {
  try {
    const { site } = JSON.parse(text) as { site?: unknown };
    return typeof site === 'string' ? site : '';
  } catch {
    return '';
  }
}
