import type { RouterSurvey } from '../../ports/router.ts';
import { Failure } from '../../shared/failure.ts';
import { packagesOf } from './configuration.ts';
import type { RollbackOutcome, RollbackRequest } from './request.ts';
import type { RouterTools } from './tools.ts';
import { underWatch } from './underWatch.ts';

/**
 * Takes back a change that nobody confirmed, or else the last confirmed one; the latter as carefully as it was made. Throws a Failure when
 * there is none, or when somebody changed the same packages since.
 */
export async function rollbackRouter(request: RollbackRequest, tools: RouterTools): Promise<RollbackOutcome> {
  const { router } = tools;
  tools.onEvent?.({ stage: 'read', subject: router.name });
  const survey = await router.survey(request.uciPackages);
  if (survey.pending !== undefined) {
    tools.onEvent?.({ stage: 'revert', subject: survey.pending });
    if (await router.revertLeftover()) return { result: 'reverted', packages: [], probes: [] };
  }
  return putBack(request, tools, survey);
}

async function putBack(
  { timeoutSeconds }: RollbackRequest,
  tools: RouterTools,
  survey: RouterSurvey,
): Promise<RollbackOutcome> {
  const { last } = survey;
  if (last === undefined) {
    throw new Failure('refused', 'no change of ours is kept on the router that could be taken back', {
      next: 'Only the last confirmed `pilotlight router apply` can be taken back.',
    });
  }
  if (last.changedSince.length > 0) {
    const changed = last.changedSince.join(', ');
    throw new Failure('refused', `${changed} was changed on the router since; nothing was changed`, {
      next: `What was before is in /etc/pilotlight-router/last on the router: take from it what is wanted.`,
    });
  }
  const ended = await underWatch(
    {
      before: packagesOf(survey.uci, last.packages),
      after: packagesOf(last.before, last.packages),
      timeoutSeconds,
      begin: () => tools.router.putBack(last, { timeoutSeconds }),
      work: async () => {},
      probes: undefined,
    },
    tools,
  );
  const { result, ...rest } = ended;
  return { result: result === 'confirmed' ? 'restored' : result, packages: last.packages, ...rest };
}
