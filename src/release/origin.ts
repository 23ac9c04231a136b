/** Where a release was made from. It lies beside the manifest and is not content: the same inventory at another commit is the same release. */
export interface ReleaseOrigin {
  /** `lerenn/lab` */
  readonly repository?: string;
  /** Full commit digest. */
  readonly commit?: string;
  /** `refs/heads/main` */
  readonly ref?: string;
}

/** Name of the file that holds a {@link ReleaseOrigin} in a release. */
export const originPath = 'origin.json';

/** The bytes of origin.json. */
export function originText({ repository, commit, ref }: ReleaseOrigin): string {
  return `${JSON.stringify({ repository, commit, ref }, null, 1)}\n`;
}
