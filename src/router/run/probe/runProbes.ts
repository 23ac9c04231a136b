import type { RouterSurvey } from '../../../ports/router.ts';
import type { RouterTools } from '../tools.ts';
import type { ProbeRequest, ProbeResult } from './probe.ts';
import { probeHttp } from './probeHttp.ts';
import { probeTftp } from './probeTftp.ts';
import { surveyProbes } from './surveyProbes.ts';

/** Looks at a router as a machine that boots does, and at what it says of itself. All at once, in a fixed order. */
export async function probe(
  request: ProbeRequest,
  survey: RouterSurvey,
  { http, tftp, signal }: Pick<RouterTools, 'http' | 'tftp' | 'signal'>,
): Promise<ProbeResult[]> {
  const remote = await Promise.all([
    probeHttp(request.bootUrl, http, signal),
    probeTftp(request.tftp, survey, tftp, signal),
  ]);
  return [...surveyProbes(request, survey), ...remote.flat()];
}
