import type { ImageFiles } from '../../ports/imageFiles.ts';
import { releasePath } from '../paths.ts';
import type { PlannedChange } from '../plan/plan.ts';
import type { StorageState } from '../plan/state.ts';
import type { WantedRelease } from '../plan/wanted.ts';
import { Meter } from './meter.ts';
import type { Run } from './run.ts';

/** A run that uploads. */
export interface Uploading {
  readonly run: Run;
  /** The storage when the run began. */
  readonly state: StorageState;
  readonly images: ImageFiles;
  readonly sent: Meter;
  readonly verified: Meter;
}

/** Gets ready to upload what a plan names. */
export function startUploading(
  run: Run,
  state: StorageState,
  images: ImageFiles,
  wanted: WantedRelease,
  changes: readonly PlannedChange[],
): Uploading {
  const paths = new Set(changes.filter(({ action }) => action === 'upload').map(pathOf));
  const sets = wanted.assets.filter(({ path }) => paths.has(path));
  const release = paths.has(releasePath(wanted.id)) ? wanted.files : [];
  const total = [...sets.flatMap(({ files }) => files), ...release].reduce(
    (sum, { size = 0 }) => sum + size,
    0,
  );
  return {
    run,
    state,
    images,
    sent: new Meter(run.tools, 'upload', total),
    verified: new Meter(run.tools, 'verify', total),
  };
}

function pathOf(change: PlannedChange): string {
  return 'path' in change ? change.path : '';
}
