import { git } from './tree.ts';

/** Whether the repository that holds a folder has a commit. False as well where there is no repository, or no Git. */
export async function hasCommit(folder: string, revision: string): Promise<boolean> {
  if (revision.startsWith('-')) return false;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return (await answer(folder, args)) !== undefined;
}

/** Whether the repository was fetched without its whole history. */
export async function isShallow(folder: string): Promise<boolean> {
  return (await answer(folder, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

async function answer(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(folder, args)).trim();
  } catch {
    return undefined;
  }
}
