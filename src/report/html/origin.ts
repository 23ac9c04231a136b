/** Where a report comes from: it stands at its end. */
export interface ReportOrigin {
  /** Pilotlight's version. */
  readonly version: string;
  /** Seconds since 1970; left out where equal inventories have to give equal reports. */
  readonly at?: number;
  /** The commit that the inventory was read from. */
  readonly commit?: string;
}
