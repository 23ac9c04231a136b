import { basename } from 'node:path';
import { reimagePlanIn } from '../app/reimage/expectedPlan.ts';
import type { ReimageOptions } from '../app/reimage/options.ts';
import { readNamed } from './nodes.ts';

/** What is asked for where a plan was approved: all of it comes from the plan. */
export type PlanChoices = Pick<
  ReimageOptions,
  | 'nodes'
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
  const { nodes, drain, agentsAtATime } = plan;
  // Nodes that were found to differ have why; the same have to be found again.
  const isNamed = nodes.length > 0 && nodes.every(({ because }) => because === 'asked for');
  return {
    site,
    choices: {
      nodes: isNamed ? nodes.map(({ hostname }) => hostname) : 'changed',
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
