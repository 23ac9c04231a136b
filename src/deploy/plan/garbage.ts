import { partPath } from '../paths.ts';
import type { Kept } from './kept.ts';
import type { PlannedChange } from './plan.ts';
import type { StorageState, StoredFolder } from './state.ts';
import type { AssetSet } from './wanted.ts';

export type PlannedDelete = Extract<PlannedChange, { action: 'delete' }>;

/**
 * What nothing that stays needs: releases before the image sets that they name, so that a release that is whole never lacks its images
 * because a run was cut off here.
 *
 * @param uploading the sets that are uploaded: their parts are gone on from
 */
export function plannedDeletes(
  state: StorageState,
  releases: Kept,
  assets: Kept,
  uploading: readonly AssetSet[],
  keepReleases: number,
): PlannedDelete[] {
  const garbage = state.folders.filter(({ path }) => !releases.has(path) && !assets.has(path));
  const isRelease = ({ kind }: StoredFolder) => kind === 'release';
  return [
    ...garbage.filter(isRelease).map((folder) => folderDelete(folder, keepReleases)),
    ...garbage.filter((folder) => !isRelease(folder)).map((folder) => folderDelete(folder, keepReleases)),
    ...partDeletes(state, uploading),
  ];
}

/**
 * Whether a deletion may come before the switch, where space is short. What is current becomes the previous release, so that neither it nor
 * what it needs is ever among them. But a storage whose pointer cannot be read, or whose boot file names another release, loses nothing that is
 * whole: machines may still boot it.
 */
export function mayGoEarly({ pointer, bootFile, folders }: StorageState, { path }: PlannedDelete): boolean {
  const certain = pointer !== undefined && (bootFile === undefined || bootFile.release === pointer.release);
  return certain || folders.every((folder) => folder.path !== path || folder.seal === undefined);
}

function folderDelete({ kind, path, seal }: StoredFolder, keepReleases: number): PlannedDelete {
  if (seal === undefined) {
    return { action: 'delete', kind, path, bytes: null, reason: 'not whole, and not wanted' };
  }
  const reason =
    kind === 'release' ? `not one of the newest ${keepReleases}` : 'no release that is kept needs it';
  return { action: 'delete', kind, path, bytes: seal.bytes, reason };
}

function partDeletes(state: StorageState, uploading: readonly AssetSet[]): PlannedDelete[] {
  const needed = new Set(uploading.flatMap(({ files }) => files.map(({ sha256 }) => partPath(sha256))));
  return state.parts
    .filter(({ path }) => !needed.has(path))
    .map(({ path, size }) => ({
      action: 'delete',
      kind: 'upload',
      path,
      bytes: size,
      reason: 'nothing that is wanted needs it',
    }));
}
