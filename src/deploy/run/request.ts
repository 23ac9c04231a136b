import type { ImageFiles } from '../../ports/imageFiles.ts';
import type { StreamedFile } from '../../ports/storage.ts';
import type { DeployPlan } from '../plan/plan.ts';
import type { LockOwner, Pointer } from '../plan/state.ts';
import type { WantedRelease } from '../plan/wanted.ts';
import type { HttpCheck, StorageSettings } from './tools.ts';

/** Opens the release's files on this machine, in any order. */
export type OpenFiles = () => AsyncIterable<StreamedFile>;

export interface DeployRequest {
  readonly wanted: WantedRelease;
  /** The release's files on this machine. */
  readonly files: OpenFiles;
  readonly images: ImageFiles;
  readonly settings: StorageSettings;
  readonly owner: Omit<LockOwner, 'token'>;
  readonly check?: HttpCheck;
  /** A plan that was reviewed: nothing else is done. */
  readonly expected?: DeployPlan;
}

export interface DeployOutcome {
  readonly plan: DeployPlan;
  /** Whether anything had to be done. */
  readonly changed: boolean;
  readonly pointer: Pointer;
  readonly uploadedBytes: number;
  /** Seconds that the uploads took. */
  readonly seconds: number;
  /** What did not go as it should, though the release is served: garbage that could not be removed. */
  readonly warnings: readonly string[];
}
