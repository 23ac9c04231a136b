import { readFileSync } from 'node:fs';
import { headCommit } from '../adapters/git/tree.ts';
import { at } from './payload.ts';
import { strangerIn } from './stranger.ts';

/** What is known of the workflow run: of its repository, and of what happened there. */
export interface Event {
  /** `push`, `pull_request` */
  readonly name: string | undefined;
  /** `lerenn/lab` */
  readonly repository: string | undefined;
  /**
   * The repository that the run's content comes from, when that is another one: `mallory/lab`, or words when it is gone. Whoever opened
   * the pull request decides over that content.
   */
  readonly stranger: string | undefined;
  /** URL of the repository's page: `https://github.com/lerenn/lab` */
  readonly page: string | undefined;
  /** The commit that triggered the run. */
  readonly commit: string | undefined;
  /** The commit that is checked out, where nothing of the inventory was changed since. */
  readonly checkedOut: string | undefined;
  /** `refs/heads/main` */
  readonly ref: string | undefined;
  /** URL of the workflow run's page. */
  readonly run: string | undefined;
  /** The commit that was there before: the base of a pull request, or what a push was made on. Zeros for a new branch. */
  readonly before: string | undefined;
  /** Number of the pull request. */
  readonly pullRequest: number | undefined;
}

/** Reads what the runner says of the run in its environment and in the file of the event, and what Git says. */
export async function readEvent(environment: NodeJS.ProcessEnv, inventory: string): Promise<Event> {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run } = environment;
  const repository = environment.GITHUB_REPOSITORY || undefined;
  const page = repository === undefined ? undefined : `${server}/${repository}`;
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const name = environment.GITHUB_EVENT_NAME || undefined;
  return {
    name,
    repository,
    stranger: strangerIn(payload, name, repository),
    page,
    commit: commitIn(environment.GITHUB_SHA),
    checkedOut: await headCommit(inventory),
    ref: environment.GITHUB_REF || undefined,
    run: page === undefined || !run ? undefined : `${page}/actions/runs/${run}`,
    before: before(payload),
    pullRequest: numberIn(at(payload, 'pull_request', 'number')),
  };
}

function before(payload: unknown): string | undefined {
  return (
    commitIn(at(payload, 'pull_request', 'base', 'sha')) ??
    commitIn(at(payload, 'merge_group', 'base_sha')) ??
    commitIn(at(payload, 'before'))
  );
}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** Whatever is in the payload, only what has the form of a commit goes on to Git. */
function commitIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : undefined;
}

/** The payload; undefined where there is none, as in a run that is no workflow's. */
function readPayload(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
