import type { KeptIssue, MarkedIssue } from '../../ports/github.ts';
import type { Client } from './client.ts';
import { githubFailure } from './failure.ts';
import { bodyOf, isMarked } from './marker.ts';
import { askViewer, isBy } from './viewer.ts';

const permission = 'issues: write';

/** Opens the one issue of a marker, or makes the one that is open what it should be. */
export async function keepIssue(client: Client, issue: MarkedIssue): Promise<KeptIssue> {
  const { octokit, owner, repo } = client;
  const { title } = issue;
  const body = bodyOf(issue);
  try {
    const [kept, ...others] = await ownIssues(client, issue.marker);
    for (const { number } of others) await close(client, number, 'not_planned');
    if (kept === undefined) {
      const { data } = await octokit.rest.issues.create({ owner, repo, title, body });
      return { number: data.number, outcome: 'opened' };
    }
    const { number } = kept;
    if (kept.body === body && kept.title === title) return { number, outcome: 'unchanged' };
    await octokit.rest.issues.update({ owner, repo, issue_number: number, title, body });
    return { number, outcome: 'updated' };
  } catch (error) {
    throw githubFailure('keep an issue up to date', error, permission);
  }
}

/** Closes every issue of a marker; the oldest one gets the last text. */
export async function closeIssue(client: Client, issue: MarkedIssue): Promise<KeptIssue | undefined> {
  const { octokit, owner, repo } = client;
  const { title } = issue;
  try {
    const [kept, ...others] = await ownIssues(client, issue.marker);
    for (const { number } of others) await close(client, number, 'not_planned');
    if (kept === undefined) return undefined;
    const { number } = kept;
    await octokit.rest.issues.update({ owner, repo, issue_number: number, title, body: bodyOf(issue) });
    await close(client, number, 'completed');
    return { number, outcome: 'closed' };
  } catch (error) {
    throw githubFailure('close an issue', error, permission);
  }
}

async function close(
  { octokit, owner, repo }: Client,
  number: number,
  state_reason: 'completed' | 'not_planned',
): Promise<void> {
  await octokit.rest.issues.update({ owner, repo, issue_number: number, state: 'closed', state_reason });
}

/** Those that are open, the oldest first. GitHub lists pull requests among issues. */
async function ownIssues(client: Client, marker: string) {
  const { octokit, owner, repo } = client;
  const question = { owner, repo, state: 'open', per_page: 100 } as const;
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, question);
  const marked = all.filter((issue) => issue.pull_request === undefined && isMarked(issue.body, marker));
  if (marked.length === 0) return [];
  const viewer = await askViewer(client);
  return marked.filter(({ user }) => isBy(viewer, user)).sort((a, b) => a.number - b.number);
}
