/** How the texts of a release are got at: by path in the release; undefined where there is no such file. */
export type ReadText = (path: string) => Promise<string | undefined>;
