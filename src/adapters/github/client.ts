import { Failure } from '../../shared/failure.ts';

/** Where a repository is, and who asks. */
export interface GithubAccess {
  /** Of the job or of a person: never in an error, a log or an address. */
  readonly token: string;
  /** `lerenn/lab` */
  readonly repository: string | undefined;
  /** `https://api.github.com` */
  readonly url: string;
  /** Milliseconds that an answer may take. */
  readonly patience?: number;
}

/** A client of GitHub's API, and the repository that it is about. */
export interface Client {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
}

type Octokit = InstanceType<typeof import('@actions/github/lib/utils').GitHub>;

const usualPatience = 20_000;

/** Makes a client; the library is large, and loaded when it is needed. */
export async function openClient({
  token,
  repository = '',
  url,
  patience = usualPatience,
}: GithubAccess): Promise<Client> {
  const [owner = '', repo = '', ...more] = repository.split('/');
  if (owner === '' || repo === '' || more.length > 0) {
    throw new Failure('usage', 'the run is of no repository on GitHub', {
      next: 'GITHUB_REPOSITORY names it in every workflow',
    });
  }
  if (token === '') {
    throw new Failure('refused', 'there is no token to ask GitHub with', {
      next: 'give the step `github-token`, as the job has it in `github.token`',
    });
  }
  const { GitHub, getOctokitOptions } = await import('@actions/github/lib/utils');
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const octokit = new GitHub(getOctokitOptions(token, { baseUrl: url, log }));
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(patience) };
  });
  return { octokit, owner, repo };
}

function silent(): void {}
