/** Puts new files into an inventory. What a person wrote is never replaced. */
export interface NewFiles {
  /** Answers whether it was made: false where something of that name is there. Missing folders are made. Throws a Failure. */
  create(path: string, text: string): Promise<boolean>;
}
