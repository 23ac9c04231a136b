import type { OpenedSite } from '../app/sites.ts';
import type { DiagramState } from '../report/mermaid.ts';
import type { ReimageReport } from '../report/reimageReport.ts';
import { stepWords } from '../report/reimageWords.ts';
import { Failure } from '../shared/failure.ts';
import type { Inputs } from './inputs.ts';
import { pictureOf } from './picture.ts';
import type { Note, Picture } from './result.ts';

/** What went wrong with each node, and what somebody should know. */
export function reimageNotes({ outcome, plan, unknown }: ReimageReport): Note[] {
  if (outcome === undefined) {
    const words = [
      ...plan.warnings,
      ...unknown.map(({ hostname, why }) => `${hostname} is left alone: ${why}`),
    ];
    return words.map((text) => ({ level: 'warning', text }));
  }
  const { nodes, left, warnings } = outcome;
  return [
    ...nodes
      .filter(({ status }) => status === 'failed')
      .map(({ hostname, step, problem = '' }): Note => {
        return { level: 'error', text: `${hostname} failed while ${stepWords[step]}: ${problem}` };
      }),
    ...left.map(
      ({ hostname, what, why }): Note => ({ level: 'error', text: `${hostname} is still ${what}: ${why}` }),
    ),
    ...warnings.map((text): Note => ({ level: 'warning', text })),
  ];
}

/** Why the step fails: a plan that may not be carried out, or nodes that are not done. */
export function reimageFailure(
  { plan, outcome }: ReimageReport,
  { reimage: { go }, deploy: { dryRun } }: Inputs,
): Failure | undefined {
  const [first] = plan.refusals;
  if (dryRun && first !== undefined) {
    const more = plan.refusals.length === 1 ? '' : ` (and ${plan.refusals.length - 1} more)`;
    const node = first.node === undefined ? '' : `${first.node}: `;
    return new Failure('refused', `the plan cannot be carried out: ${node}${first.message}${more}`, {
      next: first.next,
    });
  }
  if (outcome === undefined || outcome.phase === 'done') return undefined;
  const done = outcome.nodes.filter(({ status }) => status === 'done').length;
  const count = `${done} of ${outcome.nodes.length} nodes are done`;
  if (outcome.phase !== 'aborted')
    return new Failure('world', `the reimage stopped: ${count}`, {
      next: '`resume: true` goes on from there, `abort: true` takes back what can be',
    });
  if (go === 'abort') return undefined;
  return new Failure('world', `the reimage was aborted: ${count}`, {
    next: 'nodes that had left the cluster are still out of it: reimage them again',
  });
}

/** The site, with what became of each node of the plan, or what will. */
export function reimagePicture(site: OpenedSite, { plan, outcome }: ReimageReport): Picture | undefined {
  const planned = new Map(plan.nodes.map((node) => [node.hostname, node]));
  return pictureOf(site, (hostname): DiagramState | undefined => {
    const run = outcome?.nodes.find((node) => node.hostname === hostname);
    const node = planned.get(hostname);
    if (node === undefined) return undefined;
    const leaves = node.removal !== undefined;
    if (run === undefined)
      return { words: leaves ? 'will be removed for good' : 'will be installed anew', tone: 'todo' };
    if (run.status === 'done') return { words: leaves ? 'removed' : 'installed', tone: 'good' };
    if (run.status === 'failed') return { words: `failed while ${stepWords[run.step]}`, tone: 'bad' };
    return { words: stepWords[run.step], tone: 'todo' };
  });
}
