import { journalLine, longestLine } from '../../deploy/journal.ts';
import type { JournalReimage, JournalStep } from '../../deploy/plan/state.ts';
import { attempt } from '../../deploy/run/attempt.ts';
import { look, type ReadStorage } from '../../deploy/run/readStorage.ts';
import type { RunTools } from '../../deploy/run/tools.ts';
import type { LockHandle } from '../../ports/storage.ts';
import type { RunEnd } from '../../reimage/run/end.ts';
import { runReimage } from '../../reimage/run/runReimage.ts';
import { siteOver } from '../../reimage/run/siteOver.ts';
import { readKept } from '../../reimage/run/storedRun.ts';
import type { NodeRun, ReimageRun, RunEvent } from '../../reimage/steps/run.ts';
import type { ReimageOutcome } from '../../report/reimageReport.ts';
import { Failure } from '../../shared/failure.ts';
import type { ClusterServers } from './clusterServers.ts';
import type { Arming } from './gateAccess.ts';
import { runKeeper } from './keepRun.ts';
import type { ReimageHooks } from './options.ts';
import { siteAccess } from './siteAccess.ts';
import type { SiteRun } from './siteRun.ts';
import { underLock } from './underLock.ts';

/** A run that is to be carried on, and from where. */
export interface RunRequest {
  readonly run: ReimageRun;
  readonly first: RunEvent;
  /** The sequence number of what the storage said of the run that is gone on with; undefined for a new one. */
  readonly sequence: number | undefined;
  readonly arming: Arming;
}

/** What all of it works with. */
export interface Reach {
  readonly site: SiteRun;
  readonly servers: ClusterServers;
  readonly tools: RunTools;
  readonly hooks: ReimageHooks;
  /** What the storage looked like before. */
  readonly before: Pick<ReadStorage, 'survey' | 'state'>;
}

/** Carries a run on under the lock until it is done, stopped or aborted. */
export function carryOut(request: RunRequest, reach: Reach): Promise<ReimageOutcome> {
  const { site, servers, tools, hooks, before } = reach;
  const { world, place } = site;
  return underLock(place, world, tools, before, async (handle, steady) => {
    const began = world.now();
    const found = await attempt(steady, () => readKept(steady.storage));
    refuseOvertaken(request, found.kept);
    if (request.first.kind === 'start') await refuseOtherRelease(request, site, steady);
    const access = await siteAccess(site, steady, servers, request.arming);
    const end = await runReimage(request.run, request.first, {
      site: siteOver(access),
      keep: runKeeper(steady, handle, found),
      ...(tools.signal === undefined ? {} : { signal: tools.signal }),
      ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
      now: () => world.now(),
      clock: () => world.clock(),
      wait: (milliseconds, signal) => world.wait(milliseconds, signal),
    });
    const warnings = await noteEnd(request.run, end, handle, steady, world.identity().who);
    return { ...outcomeOf(end), warnings, seconds: (world.now() - began) / 1000 };
  });
}

/** Somebody else may have begun, or gone on, before the lock was ours. */
function refuseOvertaken(
  { run, sequence }: RunRequest,
  kept: { readonly sequence: number; readonly run: ReimageRun } | undefined,
): void {
  const isOpen = kept !== undefined && kept.run.phase !== 'done' && kept.run.phase !== 'aborted';
  const isSame = sequence === undefined ? !isOpen : kept?.sequence === sequence && kept.run.id === run.id;
  if (isSame) return;
  throw new Failure('refused', 'somebody else began or went on with a reimage meanwhile; nothing was done', {
    next: 'look at pilotlight status, and say it again',
  });
}

async function refuseOtherRelease(
  { run: { plan } }: RunRequest,
  { place }: SiteRun,
  tools: RunTools,
): Promise<void> {
  const { state } = await look(tools, place.settings, { known: plan.release });
  if (state.pointer?.release === plan.release) return;
  throw new Failure('refused', 'somebody switched to another release meanwhile; nothing was done', {
    next: 'plan again',
  });
}

function outcomeOf({ run, timeLine, left }: RunEnd): Omit<ReimageOutcome, 'warnings' | 'seconds'> {
  return { id: run.id, phase: run.phase, nodes: run.nodes, timeLine, left };
}

/** Nodes that one line of the journal names, with the times of their steps. */
const namesInALine = 10;

/** When the steps of some nodes were done, to the second. */
function journalSteps(timeLine: RunEnd['timeLine'], nodes: readonly string[]): JournalStep[] {
  return timeLine.flatMap(({ hostname, step, startedSeconds, seconds }) => {
    const node = nodes.indexOf(hostname);
    return node < 0 ? [] : [[node, step, Math.round(startedSeconds), Math.round(seconds)] as const];
  });
}

/** Notes in the storage's journal what became of nodes since. That it cannot be written is a warning. */
async function noteEnd(
  before: ReimageRun,
  { run, timeLine }: RunEnd,
  handle: LockHandle,
  tools: RunTools,
  who: string,
): Promise<string[]> {
  const isNews = ({ hostname, status }: NodeRun): boolean =>
    before.nodes.find((node) => node.hostname === hostname)?.status !== status;
  try {
    const removed = new Set(
      run.plan.nodes.flatMap(({ hostname, removal }) => (removal === undefined ? [] : [hostname])),
    );
    const outcomeOfNode = ({ hostname, status }: NodeRun) =>
      status === 'done' && removed.has(hostname) ? 'removed' : status;
    for (const outcome of ['done', 'failed', 'out', 'removed'] as const) {
      const nodes = run.nodes
        .filter((node) => outcomeOfNode(node) === outcome && isNews(node))
        .map(({ hostname }) => hostname);
      for (let from = 0; from < nodes.length; from += namesInALine) {
        const named = nodes.slice(from, from + namesInALine);
        const reimage: JournalReimage = { run: run.id, outcome, nodes: named };
        const entry = { event: 'reimaged', at: tools.clock(), who, release: run.plan.release } as const;
        const line = journalLine({ ...entry, reimage: { ...reimage, steps: journalSteps(timeLine, named) } });
        const short = journalLine({ ...entry, reimage });
        await attempt(tools, () => tools.storage.note(handle, line.length > longestLine ? short : line));
      }
    }
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`the journal on the storage does not say what was done: ${why}`];
  }
}
