import type { Digest } from '../../shared/digest.ts';
import { partPath, releasePath } from '../paths.ts';
import { assetContent } from '../seal.ts';
import type { PlannedChange } from './plan.ts';
import type { StorageState } from './state.ts';
import type { AssetFile, AssetSet, WantedRelease } from './wanted.ts';

export type PlannedUpload = Extract<PlannedChange, { action: 'upload' }>;

/** Bytes of files that lie in folders that are not whole, by path below the root folder. */
export type PresentFiles = ReadonlyMap<string, number>;

/** What a release lacks on a storage: image sets first, so that a release is never there without what it needs. */
export function plannedUploads(
  state: StorageState,
  wanted: WantedRelease,
  present: PresentFiles,
): PlannedUpload[] {
  const parts = new Map(state.parts.map(({ path, size }) => [path, size]));
  const sets = lackingSets(state, wanted).map((set) => setUpload(set, parts, present));
  return isSealed(state, releasePath(wanted.id), wanted.id) ? sets : [...sets, releaseUpload(wanted)];
}

/** The image sets that are not whole, or hold something else than what is wanted: they are looked at again. */
export function lackingSets(state: StorageState, { assets }: WantedRelease): AssetSet[] {
  return assets.filter((set) => !isSealed(state, set.path, assetContent(set)));
}

/** Bytes that an upload sends. */
export function bytesToSend({ bytes, resumed }: PlannedUpload): number {
  return bytes - resumed;
}

function isSealed(state: StorageState, path: string, content: Digest): boolean {
  return state.folders.some((folder) => folder.path === path && folder.seal?.content === content);
}

function releaseUpload({ id, files }: WantedRelease): PlannedUpload {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { action: 'upload', kind: 'release', path: releasePath(id), files: files.length, bytes, resumed: 0 };
}

/** Takes the parts that it goes on from out of `parts`: two sets that hold the same file cannot both. */
function setUpload(set: AssetSet, parts: Map<string, number>, present: PresentFiles): PlannedUpload {
  let bytes = 0;
  let resumed = 0;
  for (const file of set.files) {
    bytes += file.size ?? 0;
    resumed += bytesThere(file, `${set.path}/${file.name}`, parts, present);
  }
  return { action: 'upload', kind: set.kind, path: set.path, files: set.files.length, bytes, resumed };
}

function bytesThere(
  { sha256, size }: AssetFile,
  path: string,
  parts: Map<string, number>,
  present: PresentFiles,
): number {
  if (size === undefined) return 0;
  if (present.get(path) === size) return size;
  const part = partPath(sha256);
  const there = parts.get(part) ?? 0;
  parts.delete(part);
  return there <= size ? there : 0;
}
