/** A text that is to be written, and what it takes the place of. */
export interface WrittenText {
  readonly text: string;
  /** What was there when that was decided; undefined where nothing was. */
  readonly was: string | undefined;
}

/** Texts of this machine: what a new inventory is made from, and what it is made of. Throws a Failure. */
export interface TextFiles {
  /** A text; undefined where nothing of that name is there. A folder, or what is too big to be a text, is a Failure. */
  read(path: string): Promise<string | undefined>;
  /**
   * A file by its own path, or all files below a folder; undefined where nothing is there. Links that lead out of the folder, hidden files and
   * what is too big to be a text are left out.
   */
  readTree(path: string): Promise<ReadonlyMap<string, string> | undefined>;
  /**
   * Writes files below a folder: all of them or none. What is replaced is put back when one of them cannot be written. A run that was killed in the
   * middle leaves some of them whole and the others as they were, so that saying the same again finishes. Refused where one is not what it was
   * any more.
   *
   * @param files texts by path relative to the folder
   */
  writeTogether(folder: string, files: ReadonlyMap<string, WrittenText>): Promise<void>;
}
