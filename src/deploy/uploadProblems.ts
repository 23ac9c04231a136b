import type { Survey } from '../ports/storage.ts';
import { fileSystemLimits } from './fileSystems.ts';
import type { DeployPlan } from './plan/plan.ts';
import { leastFree } from './plan/totals.ts';
import type { AssetFile, WantedRelease } from './plan/wanted.ts';
import type { Problem } from './problem.ts';

/** What is known when a plan is judged. */
export interface PlanSettings {
  /** Bytes that have to stay free at any time. */
  readonly reserveBytes: number;
  /**
   * Paths below the root folder of image files that are neither on this machine nor on the storage. Where nobody looked, files whose size
   * nobody knows count.
   */
  readonly absent?: ReadonlySet<string>;
}

/** Why a plan cannot be carried out: image files that are nowhere, files that are too big for the file system, too little space. */
export function planProblems(
  plan: DeployPlan,
  survey: Survey,
  wanted: WantedRelease,
  settings: PlanSettings,
): Problem[] {
  const files = filesToUpload(plan, wanted);
  const absent = files.filter(({ path, file }) => settings.absent?.has(path) ?? file.size === undefined);
  return [
    ...absentProblems(absent),
    ...sizeProblems(files, survey),
    ...spaceProblems(plan, survey, settings.reserveBytes),
  ];
}

interface PlacedFile {
  /** Below the root folder. */
  readonly path: string;
  readonly file: AssetFile;
}

function filesToUpload({ changes }: DeployPlan, { assets }: WantedRelease): PlacedFile[] {
  const uploads = new Set(changes.flatMap((change) => (change.action === 'upload' ? [change.path] : [])));
  return assets
    .filter(({ path }) => uploads.has(path))
    .flatMap(({ path, files }) => files.map((file) => ({ path: `${path}/${file.name}`, file })));
}

function absentProblems(absent: readonly PlacedFile[]): Problem[] {
  if (absent.length === 0) return [];
  const lines = absent.map(({ path, file }) => `\n  ${path}\n    ${file.url}\n    sha256 ${file.sha256}`);
  const what = absent.length === 1 ? 'an image file is' : `${absent.length} image files are`;
  return [
    {
      message: `${what} neither on the storage nor in the folder of image files:${lines.join('')}`,
      next: 'pilotlight images fetch brings them there (images import from a folder); the hashes are checked before anything is switched',
    },
  ];
}

function sizeProblems(files: readonly PlacedFile[], { mount }: Survey): Problem[] {
  if (mount === undefined) return [];
  const { largestFile = Number.POSITIVE_INFINITY } = fileSystemLimits(mount.fileSystem);
  const tooBig = files.filter(({ file }) => (file.size ?? 0) > largestFile);
  if (tooBig.length === 0) return [];
  return [
    {
      message: `${mount.fileSystem} takes no file of 4 GiB or more: ${tooBig.map(({ path }) => path).join(', ')}`,
      next: 'format the storage as ext4, or do without the metal image',
    },
  ];
}

function spaceProblems(plan: DeployPlan, { space }: Survey, reserveBytes: number): Problem[] {
  if (space === undefined) return [];
  const lacking = reserveBytes - leastFree(space.freeBytes, plan.changes);
  if (lacking <= 0) return [];
  return [
    {
      message: `the storage has ${mebibytes(space.freeBytes)} free: too little for ${mebibytes(plan.totals.uploadBytes)} to upload with ${mebibytes(reserveBytes)} left free; ${mebibytes(lacking)} are lacking`,
      next: 'remove what is not needed from the storage, keep fewer releases (router.keepReleases), or take a bigger one',
    },
  ];
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
}
