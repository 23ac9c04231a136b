import { explainSystemError, Failure } from '../../shared/failure.ts';

/** What a request to GitHub's API came to, as a Failure. GitHub's own words are short, and hold no token. */
export function githubFailure(what: string, error: unknown, permission: string): Failure {
  const status = statusOf(error);
  const said = explainSystemError(error).split('\n', 1)[0]?.slice(0, 200) ?? '';
  if (status === 401 || status === 403 || status === 404) {
    return new Failure('refused', `GitHub does not let the token ${what} (${status}: ${said})`, {
      next: `give the job the permission \`${permission}\`, or the step another \`github-token\``,
      cause: error,
    });
  }
  const answer = status === undefined ? said : `${status}: ${said}`;
  return new Failure('world', `GitHub did not ${what}: ${answer}`, {
    next: 'run the job again',
    cause: error,
  });
}

/** The status of an answer; undefined where none came. */
export function statusOf(error: unknown): number | undefined {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
