import { partPath, releasePath } from '../../../src/deploy/paths.ts';
import type { PlannedChange } from '../../../src/deploy/plan/plan.ts';
import type { StorageState } from '../../../src/deploy/plan/state.ts';
import type { WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import { assetSeal, releaseSeal, storage, storedFolder } from './sample.ts';

/** What a storage is after one change of a plan: a model that knows nothing of how plans are made. */
export function afterChange(state: StorageState, change: PlannedChange, wanted: WantedRelease): StorageState {
  switch (change.action) {
    case 'keep':
      return state;
    case 'delete':
      return storage({
        ...state,
        folders: state.folders.filter(({ path }) => path !== change.path),
        parts: state.parts.filter(({ path }) => path !== change.path),
      });
    case 'upload':
      return afterUpload(state, change.path, wanted);
    case 'switch':
      return storage({
        ...state,
        pointer: {
          sequence: (state.pointer?.sequence ?? 0) + 1,
          release: change.to,
          previous: state.pointer?.release,
        },
      });
    case 'write':
      return storage({ ...state, bootFile: { release: change.release } });
  }
}

export function afterChanges(
  state: StorageState,
  changes: readonly PlannedChange[],
  wanted: WantedRelease,
): StorageState {
  return changes.reduce((each, change) => afterChange(each, change, wanted), state);
}

function afterUpload(state: StorageState, path: string, wanted: WantedRelease): StorageState {
  const sequence = (state.pointer?.sequence ?? 0) + 1;
  const set = wanted.assets.find((each) => each.path === path);
  if (set === undefined && path !== releasePath(wanted.id)) throw new Error(`nobody wants ${path}`);
  const seal = set === undefined ? releaseSeal(wanted, sequence) : assetSeal(set, sequence);
  const used = new Set(set?.files.map(({ sha256 }) => partPath(sha256)));
  return storage({
    ...state,
    folders: [...state.folders.filter((folder) => folder.path !== path), storedFolder(seal)],
    parts: state.parts.filter((part) => !used.has(part.path)),
  });
}
