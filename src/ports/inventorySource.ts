import type { SourceFile, Sources } from '../inventory/model/source.ts';

export type { SourceFile, Sources };

/** Where inventories are read from. */
export interface InventorySource {
  /** The sites below a folder: itself, or each of its sub-folders that is one. */
  readFolder(folder: string): Promise<readonly Sources[]>;
  /** The same folder as a Git commit has it. Throws a Failure where there is no such commit, or no Git. */
  readCommit(folder: string, revision: string): Promise<readonly Sources[]>;
}
