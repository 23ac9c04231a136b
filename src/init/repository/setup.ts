/** What the files around an inventory say: nothing that a person typed is in them but this. */
export interface Setup {
  /** Folder of the inventory, relative to the root of the repository; plain enough for every place: see {@link isPlainFolder}. */
  readonly inventory: string;
  /** Tag or branch of Pilotlight that workflows, editors and hooks use: `v0.1.0`. */
  readonly version: string;
  /** Names of the secrets that the inventory has, sorted. */
  readonly secrets: readonly string[];
}

/** Whether a folder may be named in workflows and commands as it is: relative, not above the present one, and nothing that a shell reads. */
export function isPlainFolder(folder: string): boolean {
  return (
    folder === '.' || (/^[A-Za-z0-9_][A-Za-z0-9._/-]*$/.test(folder) && !/(^|\/)\.{0,2}(\/|$)/.test(folder))
  );
}

/** A file of the inventory, below the root of the repository. */
export function below(inventory: string, path: string): string {
  return inventory === '.' ? path : `${inventory}/${path}`;
}
