import type { StorageState } from '../deploy/plan/state.ts';
import { attempt } from '../deploy/run/attempt.ts';
import { readStorage } from '../deploy/run/readStorage.ts';
import type { Survey } from '../ports/storage.ts';
import type { World } from '../ports/world.ts';
import { readKept } from '../reimage/run/storedRun.ts';
import type { KeptSlots } from '../reimage/steps/journal.ts';
import type { StorageReport } from '../report/storageReport.ts';
import { checkSite } from './check.ts';
import { type SeenNodes, siteNodes } from './reimage/nodes.ts';
import type { NodeOptions } from './reimage/options.ts';
import { isOver } from './reimage/refusals.ts';
import { type OpenedSite, openSites, type Selection, siteName } from './sites.ts';
import { storageHealth } from './storage/health.ts';
import { nodeChanges } from './storage/nodeChanges.ts';
import type { StorageHooks, StorageOptions } from './storage/options.ts';
import { storagePlace } from './storage/place.ts';
import { routerOf } from './storage/router.ts';
import { storedImages, storedReleases } from './storage/stored.ts';
import { withStorage } from './storage/withStorage.ts';

export interface StatusOptions extends StorageOptions {
  /** Whether the inventory is built, to tell what differs. */
  readonly compare: boolean;
  /** Whether nodes and the cluster are asked, too, and how they are reached. */
  readonly nodes?: NodeOptions;
}

/** What lies on the storage of each site. Nothing is written, and no lock is taken. */
export async function status(
  selection: Selection,
  options: StatusOptions,
  world: World,
  hooks: StorageHooks = {},
): Promise<StorageReport[]> {
  const reports: StorageReport[] = [];
  for (const site of await openSites(selection, world)) {
    const place = storagePlace(routerOf(site), options, world.http);
    const seen = await askedNodes(site, options, world, hooks);
    reports.push(
      await withStorage(siteName(site), place, world, hooks, async (tools) => {
        const read = await readStorage(tools, place.settings);
        const health = await storageHealth(read, place.check, tools.signal);
        const kept = await attempt(tools, () => readKept(tools.storage));
        return {
          ...describe(site, tools.storage.name, read),
          health: { ...health, notes: [...health.notes, ...reimageNotes(kept), ...(seen?.notes ?? [])] },
          inventory: await compare(site, read, options, world),
          ...(seen === undefined ? {} : { nodes: seen.nodes }),
        };
      }),
    );
  }
  return reports;
}

/** A reimage that did not come to its end: somebody has to go on with it. */
function reimageNotes({ kept, problems }: KeptSlots): string[] {
  if (problems.length > 0)
    return [`what is noted of the last reimage cannot be used: ${problems.join('; ')}`];
  if (kept === undefined || isOver(kept)) return [];
  const left = kept.run.nodes.filter(({ status }) => status !== 'done').map(({ hostname }) => hostname);
  return [
    `a reimage did not come to its end (${left.join(', ')}): pilotlight reimage --resume goes on, --abort takes it back`,
  ];
}

async function askedNodes(
  { inventory, ...site }: OpenedSite,
  { nodes, ...options }: StatusOptions,
  world: World,
  hooks: StorageHooks,
): Promise<SeenNodes | undefined> {
  if (nodes === undefined || inventory === undefined) return undefined;
  return siteNodes(
    { name: siteName({ ...site, inventory }), inventory },
    { ...options, ...nodes },
    world,
    hooks,
  );
}

type StorageView = Awaited<ReturnType<typeof readStorage>>;

function describe(
  site: OpenedSite,
  target: string,
  { survey, state }: StorageView,
): Omit<StorageReport, 'health' | 'inventory'> {
  return {
    site: siteName(site),
    target,
    system: survey.system.name,
    mount: state.mount,
    space: state.space,
    pointer: state.pointer,
    releases: storedReleases(state),
    images: storedImages(state),
    lock: state.lock,
    journal: state.journal,
  };
}

async function compare(
  site: OpenedSite,
  { survey, state }: { survey: Survey; state: StorageState },
  options: StatusOptions,
  world: World,
): Promise<StorageReport['inventory']> {
  const not = (reason: string) => ({ kind: 'notCompared', reason }) as const;
  if (!options.compare) return not('not asked for');
  const { manifest } = await checkSite(site, world);
  if (manifest === undefined) return not('the inventory has errors: pilotlight check lists them');
  const plan = await nodeChanges(manifest, survey, state.pointer);
  return plan === undefined
    ? not('the current release has no manifest that can be read')
    : { kind: 'compared', plan };
}
