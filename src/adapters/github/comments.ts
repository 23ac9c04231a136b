import type { CommentOutcome, MarkedText } from '../../ports/github.ts';
import type { Client } from './client.ts';
import { githubFailure, statusOf } from './failure.ts';
import { bodyOf, isMarked } from './marker.ts';
import { askViewer, isBy } from './viewer.ts';

const permission = 'pull-requests: write';

/** Makes the one comment of a marker what it should be: made, updated, or left as it is. */
export async function keepComment(
  client: Client,
  pullRequest: number,
  note: MarkedText,
): Promise<CommentOutcome> {
  const { octokit, owner, repo } = client;
  const body = bodyOf(note);
  try {
    const [kept, ...others] = await ownComments(client, pullRequest, note.marker);
    for (const { id } of others) await remove(client, id);
    if (kept === undefined) {
      await octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body });
      return 'made';
    }
    if (kept.body === body) return 'unchanged';
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body });
    return 'updated';
  } catch (error) {
    throw githubFailure(`comment on pull request ${pullRequest}`, error, permission);
  }
}

/** The oldest first. */
async function ownComments(client: Client, pullRequest: number, marker: string) {
  const { octokit, owner, repo } = client;
  const question = { owner, repo, issue_number: pullRequest, per_page: 100 };
  const all = await octokit.paginate(octokit.rest.issues.listComments, question);
  const marked = all.filter(({ body }) => isMarked(body, marker));
  if (marked.length === 0) return [];
  const viewer = await askViewer(client);
  return marked.filter(({ user }) => isBy(viewer, user)).sort((a, b) => a.id - b.id);
}

/** Another run may have removed it meanwhile. */
async function remove({ octokit, owner, repo }: Client, id: number): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}
