import type { RouterSurvey } from '../../../ports/router.ts';
import type { RouterTools } from '../tools.ts';
import type { ProbeRequest, ProbeResult } from './probe.ts';
import { probe } from './runProbes.ts';

/** Milliseconds between two tries, and of all tries: services that were restarted take a while. */
const pause = 2_000;
const patience = 30_000;

/** Whether a probe keeps a change from being confirmed. */
export function hasFailed({ state }: ProbeResult): boolean {
  return state === 'failed';
}

/**
 * Connects anew and probes, until nothing fails or there is no more time: half of what is left until the router takes the change back.
 *
 * @param request undefined where only the connection counts
 */
export async function probeUntilRight(
  request: ProbeRequest | undefined,
  survey: () => Promise<RouterSurvey>,
  tools: RouterTools,
  deadline: number,
): Promise<ProbeResult[]> {
  const now = tools.now();
  const end = now + Math.min(patience, Math.max(0, deadline - now) / 2);
  tools.onEvent?.({ stage: 'connect', subject: tools.router.name });
  await tools.router.reconnect(tools.signal);
  const ssh: ProbeResult = { name: 'ssh', state: 'ok', message: 'SSH answers on a new connection' };
  if (request === undefined) return [ssh];
  for (;;) {
    tools.onEvent?.({ stage: 'probe', subject: 'whether everything answers' });
    const results = await probe(request, await survey(), tools);
    if (!results.some(hasFailed) || tools.now() + pause > end) return [ssh, ...results];
    await tools.wait(pause, tools.signal);
  }
}
