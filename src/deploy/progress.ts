/** The parts of a run, in order, as a person sees them. */
export type DeployStage =
  | 'connect'
  | 'read'
  | 'lock'
  | 'upload'
  | 'verify'
  | 'check'
  | 'switch'
  | 'collect'
  | 'unlock';

/** What a run tells while it goes on. */
export interface DeployEvent {
  readonly stage: DeployStage;
  /** What it is about: a path, a release, the name of a target; or words where the run waits or connects again. */
  readonly subject: string;
  /** Bytes (of all uploads, or all files to verify) done and wanted; undefined where there is nothing to count. */
  readonly bytes?: { readonly done: number; readonly total: number };
}

export type OnDeployEvent = (event: DeployEvent) => void;
