/** Values of secrets. They are never written to a disk, a log or a report. */
export interface SecretValues {
  /** A value, as it is put in; undefined where nobody gives one. Throws a Failure for one that cannot be used. */
  get(name: string): Promise<string | undefined>;
  /** Where a value is looked for, in words and in order: `$PILOTLIGHT_SECRET_K3S_TOKEN`, `secrets.env`. */
  places(name: string): readonly string[];
}

/** How values of secrets are got at. */
export interface Secrets {
  /** Called with every text that must not be seen in a log that somebody else keeps, such as that of a workflow. */
  readonly mask?: (text: string) => void;
  /**
   * Reads nothing yet.
   * @param file a file with values, beside the environment
   */
  open(file?: string): SecretValues;
}
