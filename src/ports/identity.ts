/** Who runs this program, as others read it who find its lock on a storage. */
export interface Identity {
  /** `louis@laptop`, or `lerenn/lab run 42 on runner-1` */
  readonly who: string;
  /** Page of the workflow run. */
  readonly url?: string;
  readonly host: string;
  /** Process id on that host. */
  readonly process: number;
}
