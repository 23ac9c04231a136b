import type { Client } from './client.ts';

/** Who the token is. */
export interface Viewer {
  readonly login: string;
  readonly id: number | undefined;
}

/** Who writes what a job's own token writes. */
const jobsToken: Viewer = { login: 'github-actions[bot]', id: undefined };

/** Asks who the token is: a job's own token may not read `/user`, but may ask for its viewer. */
export async function askViewer({ octokit }: Client): Promise<Viewer> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string; databaseId: number | null } }>(
      '{ viewer { login databaseId } }',
    );
    return { login: viewer.login, id: viewer.databaseId ?? undefined };
  } catch {
    return jobsToken;
  }
}

/** Whether something was written by that account. */
export function isBy(
  { login, id }: Viewer,
  user: { readonly login: string; readonly id: number } | null,
): boolean {
  return user !== null && (user.id === id || user.login === login);
}
