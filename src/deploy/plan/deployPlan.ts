import { bootFilePath } from '../../shared/storageLayout.ts';
import { mayGoEarly, type PlannedDelete, plannedDeletes } from './garbage.ts';
import { type Keeping, type Kept, keptAssets, keptReleases, sealedReleases } from './kept.ts';
import type { DeployPlan, PlannedChange } from './plan.ts';
import type { StorageState } from './state.ts';
import { leastFree, planTotals } from './totals.ts';
import { lackingSets, type PlannedUpload, type PresentFiles, plannedUploads } from './uploads.ts';
import type { WantedRelease } from './wanted.ts';

/** What a deploy is planned from. */
export interface PlanInput {
  /** The target's name. */
  readonly target: string;
  readonly state: StorageState;
  readonly wanted: WantedRelease;
  /** Releases that stay, the wanted one among them. */
  readonly keepReleases: number;
  /** What lies in wanted folders that are not whole, where it was asked for: it is not sent again. */
  readonly present?: PresentFiles;
  /** Bytes to leave free: where the uploads would not, what is garbage goes before them. 64 MiB where nobody says. */
  readonly reserveBytes?: number;
}

/** What makes a storage hold a release and its image sets, point to it, and hold nothing that nobody needs. */
export function planDeploy(input: PlanInput): DeployPlan {
  const { state, wanted, keepReleases } = input;
  const keeping = { release: wanted.id, assets: wanted.assets.map(({ path }) => path), keepReleases };
  const releases = keptReleases(state, keeping);
  const assets = keptAssets(state, keeping, releases);
  const uploads = plannedUploads(state, wanted, input.present ?? new Map());
  const lacking = lackingSets(state, wanted);
  const deletes = plannedDeletes(state, releases, assets, lacking, keepReleases);
  const [early, late] = inTime(deletes, uploads, input);
  const changes = [
    ...plannedKeeps(state, uploads, releases, assets),
    ...early,
    ...uploads,
    ...plannedSwitch(input),
    ...plannedWrite(input),
    ...late,
  ];
  return newPlan(input.target, state, wanted.id, changes);
}

/**
 * What makes a storage hold nothing that nobody needs. Undefined where nothing can be told to be garbage, since the storage points to no
 * release.
 */
export function planCollection(
  input: Pick<PlanInput, 'target' | 'state' | 'keepReleases'>,
): DeployPlan | undefined {
  const { state, keepReleases } = input;
  if (state.pointer === undefined) return undefined;
  const { release } = state.pointer;
  const current = sealedReleases(state).find(({ content }) => content === release);
  const booted = state.bootFile?.release;
  const keeping: Keeping = { release, assets: current?.assets ?? [], keepReleases, booted };
  const releases = keptReleases(state, keeping);
  const assets = keptAssets(state, keeping, releases);
  const changes = [
    ...plannedKeeps(state, [], releases, assets),
    ...plannedDeletes(state, releases, assets, [], keepReleases),
  ];
  return newPlan(input.target, state, release, changes);
}

function newPlan(
  target: string,
  state: StorageState,
  release: DeployPlan['release'],
  changes: readonly PlannedChange[],
): DeployPlan {
  const base = state.pointer ?? null;
  return { schemaVersion: 1, target, release, base, changes, totals: planTotals(changes, state) };
}

/** Releases, then image sets, by path. A folder that is not whole, but that a release that stays needs, stays as it is. */
function plannedKeeps(
  state: StorageState,
  uploads: readonly PlannedUpload[],
  releases: Kept,
  assets: Kept,
): PlannedChange[] {
  const uploaded = new Set(uploads.map(({ path }) => path));
  const keeps = (kept: Kept) =>
    state.folders.flatMap(({ kind, path, seal }): PlannedChange[] => {
      const why = kept.get(path);
      if (why === undefined || uploaded.has(path)) return [];
      const reason = seal === undefined ? `${why}, though it is not whole` : why;
      return [{ action: 'keep', kind, path, bytes: seal?.bytes ?? 0, reason }];
    });
  return [...keeps(releases), ...keeps(assets)];
}

function plannedSwitch({ state: { pointer }, wanted }: PlanInput): PlannedChange[] {
  return pointer?.release === wanted.id
    ? []
    : [{ action: 'switch', from: pointer?.release ?? null, to: wanted.id }];
}

function plannedWrite({ state: { bootFile }, wanted: { id } }: PlanInput): PlannedChange[] {
  return bootFile === undefined || bootFile.release === id
    ? []
    : [{ action: 'write', path: bootFilePath, release: id }];
}

/** Deletions before the uploads, and after the switch. */
function inTime(
  deletes: readonly PlannedDelete[],
  uploads: readonly PlannedUpload[],
  { state, reserveBytes = usualReserve }: PlanInput,
): [early: readonly PlannedDelete[], late: readonly PlannedDelete[]] {
  const free = state.space?.freeBytes;
  if (free === undefined || leastFree(free, uploads) >= reserveBytes) {
    return [[], deletes];
  }
  const mayGo = (change: PlannedDelete) => mayGoEarly(state, change);
  return [deletes.filter(mayGo), deletes.filter((change) => !mayGo(change))];
}

const usualReserve = 64 * 1024 * 1024;
