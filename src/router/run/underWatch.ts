import { ConnectionLost } from '../../ports/remoteShell.ts';
import type { PendingChange, RouterSurvey } from '../../ports/router.ts';
import { Failure } from '../../shared/failure.ts';
import { differences } from './compare.ts';
import { packagesOf } from './configuration.ts';
import type { ProbeResult } from './probe/probe.ts';
import { hasFailed, probeUntilRight } from './probe/probeUntilRight.ts';
import { settle } from './settle.ts';
import type { RouterTools } from './tools.ts';
import type { WatchedChange, WatchedOutcome } from './watched.ts';

/**
 * Carries a change out, looks whether all answers over a new connection, and confirms; whatever goes wrong, it ends with the old
 * configuration or the whole new one, and tells which. Throws a Failure when nothing was changed.
 */
export async function underWatch(change: WatchedChange, tools: RouterTools): Promise<WatchedOutcome> {
  const started = tools.now();
  const deadline = (): number => started + change.timeoutSeconds * 1000;
  const probes: ProbeResult[] = [];
  let pending: PendingChange | undefined;
  try {
    tools.signal?.throwIfAborted();
    tools.onEvent?.({ stage: 'apply', subject: `the router takes it back after ${change.timeoutSeconds} s` });
    pending = await change.begin();
    await change.work();
    probes.push(...(await probeUntilRight(change.probes, surveyOf(change, tools), tools, deadline())));
    const failed = probes.find(hasFailed);
    if (failed !== undefined) throw new Failure('world', failed.message);
    await confirmExactly(change, pending, tools);
    return { result: 'confirmed', probes };
  } catch (error) {
    if (pending === undefined && !(error instanceof ConnectionLost)) throw error;
    const settled = await settle(change, { pending, why: error, until: deadline() }, tools);
    return { ...settled, probes };
  }
}

/** Confirms when the router has what it should have, and looks again. */
async function confirmExactly(
  { before, after }: WatchedChange,
  pending: PendingChange,
  tools: RouterTools,
): Promise<void> {
  const names = before.map(({ name }) => name);
  const compare = async (): Promise<void> => {
    const [difference] = differences(after, packagesOf((await tools.router.survey(names)).uci, names));
    if (difference !== undefined)
      throw new Failure('world', `the router did not take the configuration as it was told: ${difference}`);
  };
  tools.onEvent?.({ stage: 'verify', subject: 'reading the configuration back' });
  await compare();
  tools.signal?.throwIfAborted();
  tools.onEvent?.({ stage: 'confirm', subject: 'everything answers' });
  await confirmAgain(pending, tools);
  await compare();
}

/** Says it again over a new connection when its answer does not come: saying it twice does no harm. */
async function confirmAgain(pending: PendingChange, tools: RouterTools): Promise<void> {
  try {
    await tools.router.confirm(pending);
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error;
    await tools.router.reconnect(tools.signal);
    await tools.router.confirm(pending);
  }
}

function surveyOf({ before }: WatchedChange, tools: RouterTools): () => Promise<RouterSurvey> {
  return () => tools.router.survey(before.map(({ name }) => name));
}
