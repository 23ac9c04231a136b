import type { openGithub } from '../adapters/github/openGithub.ts';
import { planComment } from '../report/planComment.ts';
import { Failure } from '../shared/failure.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { markerOf, room } from './marker.ts';
import type { Note, Result } from './result.ts';

/**
 * Keeps the comment on the pull request up to date, where the step is to have one. That it cannot be written fails nothing: the summary has
 * the same. A token of a fork may not write, which is as it should be.
 */
export async function comment(
  inputs: Inputs,
  { pullRequest, run }: Event,
  result: Result,
  github: ReturnType<typeof openGithub>,
): Promise<readonly Note[]> {
  const isPlan = inputs.command === 'plan' || inputs.command === 'publish';
  if (!inputs.comment || !isPlan || pullRequest === undefined) return [];
  const sites = result.sites.map(({ name, manifest, plan, findings }) => ({
    name,
    release: manifest?.release.id,
    plan,
    findings,
  }));
  try {
    await github.comment(pullRequest, {
      marker: markerOf('plan', inputs),
      text: planComment({ sites, run, room }),
    });
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.kind !== 'refused')
      return [{ level: 'warning', text: `there is no comment: ${error.message}` }];
    return [
      { level: 'notice', text: `there is no comment, because ${error.message}; the summary has the plan` },
    ];
  }
}
