/** What is looked at, in order: what a later one needs comes before it. Those of the router come between `hostKey` and `nodes`. */
export const doctorSteps = [
  'inventory',
  'disks',
  'imageLock',
  'imageFiles',
  'login',
  'hostKey',
  'router',
  'nodes',
  'secrets',
  'workflows',
  'runner',
] as const;

export type DoctorStepName = (typeof doctorSteps)[number];

/** Something that is missing or wrong, and what mends it. */
export interface DoctorProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** A command, or what to do. */
  readonly next: string;
}

/** What one look came to. */
export interface DoctorStep {
  readonly name: DoctorStepName;
  /** Of the router, which of its checks: `dhcp`. */
  readonly detail?: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  /** One sentence without a stop: what is right, or why it was not looked at. */
  readonly message: string;
  readonly problems: readonly DoctorProblem[];
}

/** Everything that a site needs, in order. */
export interface DoctorReport {
  readonly site: string;
  readonly steps: readonly DoctorStep[];
}
