import type { JournalEntry } from '../deploy/plan/state.ts';
import { attempt } from '../deploy/run/attempt.ts';
import { readStorage } from '../deploy/run/readStorage.ts';
import type { Inventory } from '../inventory/model/inventory.ts';
import type { World } from '../ports/world.ts';
import { readStoredRun } from '../reimage/run/storedRun.ts';
import type { ReimageRun } from '../reimage/steps/run.ts';
import { timeLine } from '../reimage/watch/timeLine.ts';
import { usualSeconds } from '../reimage/watch/usual.ts';
import type { SeenOfNode, ToldMessage } from '../report/html/runInput.ts';
import type { ReimageReport } from '../report/reimageReport.ts';
import { Failure } from '../shared/failure.ts';
import { Connection } from './reimage/connections.ts';
import { oneSite } from './reimage/openSite.ts';
import { routerTold } from './reimage/routerTold.ts';
import { seenSinceArmed } from './reimage/seenCause.ts';
import { stepTimes, storedOutcome } from './reimage/storedTimes.ts';
import { reportOrigin } from './report.ts';
import type { Selection } from './sites.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';
import { type StoragePlace, storagePlace } from './storage/place.ts';
import { withStorage } from './storage/withStorage.ts';

/** What somebody knows of a run who was there: the storage knows less. */
export interface RanNow {
  readonly report: ReimageReport;
  readonly told: readonly ToldMessage[];
}

/** The page about a reimage of a site. */
export interface ReportedRun {
  readonly site: string;
  readonly html: string;
}

/**
 * Makes a page about the last reimage of a site: by what its storage says of it, and by what its router saw of the nodes since. Nothing is
 * written, and no lock is taken. A Failure where there was none.
 *
 * @param ran what is known of the run besides, right after it
 */
export async function reportRun(
  selection: Selection,
  options: StorageOptions,
  world: World,
  hooks: StorageHooks = {},
  ran?: RanNow,
): Promise<ReportedRun> {
  const { name, inventory } = await oneSite(selection, world);
  const place = storagePlace(inventory.site.router, options, world.http);
  return withStorage(name, place, world, hooks, async (tools) => {
    const { state } = await readStorage(tools, place.settings);
    const journal = state.journal.filter(({ reimage }) => reimage !== undefined);
    const report = ran?.report ?? (await storedReport(name, tools.storage.name));
    const own = report.outcome?.id;
    const history = journal.filter(({ reimage }) => reimage?.run !== own).flatMap(stepTimes);
    const { nodes } = report.plan;
    const seen = await seenNodes(report, { world, place, inventory }, tools.signal);
    const { runReport } = await import('../report/html/runReport.ts');
    const html = runReport({
      report,
      usual: new Map(nodes.map(({ hostname }) => [hostname, usualSeconds(history, hostname)])),
      seen,
      told: ran?.told ?? [],
      journal: journal.filter(({ reimage }) => reimage?.run === own),
      origin: reportOrigin(world, undefined),
    });
    return { site: name, html };

    async function storedReport(site: string, target: string): Promise<ReimageReport> {
      const kept = await attempt(tools, () => readStoredRun(tools.storage));
      if (kept === undefined)
        throw new Failure('usage', `no reimage is noted on the storage of ${site}`, {
          next: 'pilotlight reimage NODE begins one',
        });
      return { site, target, plan: kept.run.plan, unknown: [], outcome: outcomeOf(kept.run, journal) };
    }
  });
}

function outcomeOf(run: ReimageRun, journal: readonly JournalEntry[]): ReimageReport['outcome'] {
  return storedOutcome(
    run,
    journal.filter(({ reimage }) => reimage?.run === run.id),
  );
}

interface Reach {
  readonly world: World;
  readonly place: StoragePlace;
  readonly inventory: Inventory;
}

/** What the router saw of the nodes of a run, by host name; nothing where it has no gate, or does not answer: the rest is worth a page. */
async function seenNodes(
  { plan, outcome }: ReimageReport,
  { world, place, inventory }: Reach,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SeenOfNode>> {
  const { router, nodes } = inventory.site;
  if (outcome === undefined || place.target.kind !== 'shell' || router.gate === 'static') return new Map();
  const gate = new Connection((until) => world.gates.open(place.target, until));
  try {
    const told = await routerTold({ gate, world, place, inventory }, signal);
    return new Map(
      plan.nodes.flatMap((planned) => {
        const node = nodes.find(({ hostname }) => hostname === planned.hostname);
        const seen = node === undefined ? undefined : seenSinceArmed(told, node, planned);
        if (seen === undefined) return [];
        const isDone = outcome.nodes.some(
          ({ hostname, status }) => hostname === planned.hostname && status === 'done',
        );
        return [
          [
            planned.hostname,
            { rows: timeLine(seen.sightings), cause: isDone ? undefined : seen.cause },
          ] as const,
        ];
      }),
    );
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return new Map();
  } finally {
    await gate.close();
  }
}
