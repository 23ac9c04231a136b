import type { Digest } from '../shared/digest.ts';
import type { RenderedFile } from '../shared/fileTree.ts';

/** A release that is being written: nothing of it is visible under its name until it is whole. */
export interface ReleaseWriter {
  write(file: RenderedFile): void;
  /** Gives the release its name; answers the folder. A release that is there already is left as it is; what only has its name is refused. */
  publish(id: Digest): Promise<string>;
  /** Puts the files at a path of their own. A folder there is replaced only when it is empty or holds a release. */
  moveTo(folder: string): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

/** A release that lies in a folder. */
export interface ReleaseReader {
  /** The text of a file, or undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** The paths of all files, sorted. */
  list(): Promise<readonly string[]>;
}

/** Folders that hold releases. */
export interface ReleaseFolders {
  /** Starts a release below `folder/releases`. */
  begin(folder: string): Promise<ReleaseWriter>;
  /**
   * Opens a release: a folder with a manifest.json, that manifest itself, or a folder whose `releases/` holds just one.
   * Undefined when the path is none of these.
   */
  open(path: string): Promise<ReleaseReader | undefined>;
  /** Makes an empty folder that nobody else uses. */
  temporaryFolder(): Promise<string>;
  /** Removes such a folder with all that is in it. */
  removeTemporary(folder: string): Promise<void>;
}
