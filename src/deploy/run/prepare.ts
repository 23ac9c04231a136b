import type { ImageFiles } from '../../ports/imageFiles.ts';
import { planDeploy } from '../plan/deployPlan.ts';
import { changesAnything, type DeployPlan } from '../plan/plan.ts';
import type { StorageState } from '../plan/state.ts';
import { lackingSets } from '../plan/uploads.ts';
import type { AssetFile, WantedRelease } from '../plan/wanted.ts';
import { planProblems } from '../preflight.ts';
import { attempt } from './attempt.ts';
import { look, type ReadStorage } from './readStorage.ts';
import type { RunTools, StorageSettings } from './tools.ts';

/** A deploy as it is planned, before anything is written. */
export interface PreparedDeploy extends ReadStorage {
  readonly plan: DeployPlan;
  /** The release with sizes of all files that are on this machine. */
  readonly wanted: WantedRelease;
}

interface PrepareRequest {
  readonly wanted: WantedRelease;
  readonly images: ImageFiles;
  readonly settings: StorageSettings;
}

/**
 * Plans a deploy: one round trip where the storage has what is wanted. Where an earlier run left image sets that are not whole, one more
 * for each of them.
 */
export async function prepare(request: PrepareRequest, tools: RunTools): Promise<PreparedDeploy> {
  const { settings, images } = request;
  const read = await look(tools, settings, { known: request.wanted.id });
  const { survey, state } = read;
  const { wanted, here } = await measure(request.wanted, state, images);
  const present = await presentFiles(wanted, state, tools);
  const { keepReleases, reserveBytes } = settings;
  const target = tools.storage.name;
  const plan = planDeploy({ target, state, wanted, keepReleases, reserveBytes, present });
  if (read.problems.length > 0 || !changesAnything(plan)) return { ...read, plan, wanted };
  const absent = absentFiles(wanted, state, present, here);
  return { ...read, plan, wanted, problems: planProblems(plan, survey, wanted, { reserveBytes, absent }) };
}

/** Sizes of the files that may have to be sent, and which of them are on this machine, by path below the root folder. */
async function measure(
  wanted: WantedRelease,
  state: StorageState,
  images: ImageFiles,
): Promise<{ readonly wanted: WantedRelease; readonly here: ReadonlySet<string> }> {
  const sizes = new Map<string, number>();
  for (const { path, files } of lackingSets(state, wanted)) {
    for (const { name } of files) {
      const image = await images.find(`${path}/${name}`);
      if (image !== undefined) sizes.set(`${path}/${name}`, image.size);
    }
  }
  const sized = (path: string, file: AssetFile) => ({
    ...file,
    size: file.size ?? sizes.get(`${path}/${file.name}`),
  });
  const assets = wanted.assets.map((set) => ({
    ...set,
    files: set.files.map((file) => sized(set.path, file)),
  }));
  return { wanted: { ...wanted, assets }, here: new Set(sizes.keys()) };
}

/** Sizes of files in the folders of image sets that are not whole. */
async function presentFiles(
  wanted: WantedRelease,
  state: StorageState,
  tools: RunTools,
): Promise<ReadonlyMap<string, number>> {
  const there = new Set(state.folders.map(({ path }) => path));
  const present = new Map<string, number>();
  for (const { path, files } of lackingSets(state, wanted)) {
    if (!there.has(path)) continue;
    const names = files.map(({ name }) => name);
    const sizes = await attempt(tools, () => tools.storage.sizes(path, names));
    for (const [name, size] of sizes) present.set(`${path}/${name}`, size);
  }
  return present;
}

/** Files that are neither on this machine nor, by their size, on the storage. */
function absentFiles(
  wanted: WantedRelease,
  state: StorageState,
  present: ReadonlyMap<string, number>,
  here: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    lackingSets(state, wanted).flatMap(({ path, files }) =>
      files
        .filter(({ name, size }) => {
          const there = present.get(`${path}/${name}`);
          return !here.has(`${path}/${name}`) && (there === undefined || (size ?? there) !== there);
        })
        .map(({ name }) => `${path}/${name}`),
    ),
  );
}
