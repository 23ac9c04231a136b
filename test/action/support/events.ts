/** Payloads with what GitHub sends, as far as a program could care. */
const repository = { full_name: 'lerenn/lab', default_branch: 'main', private: false };

export const zeros = '0'.repeat(40);

export function push(before: string, after: string) {
  const payload = {
    ref: 'refs/heads/main',
    before,
    after,
    created: before === zeros,
    deleted: false,
    forced: false,
    repository,
    pusher: { name: 'ops' },
    head_commit: { id: after, message: '::error::not me' },
  };
  return { name: 'push', payload };
}

/** @param from the head's repository; null where it was deleted */
export function pullRequest(base: string, head: string, from: string | null = 'lerenn/lab') {
  const payload = {
    action: 'synchronize',
    number: 12,
    pull_request: {
      number: 12,
      title: '`$(touch pwned)` ::set-output name=release::x',
      body: '::add-mask::a',
      base: { ref: 'main', sha: base, repo: repository },
      head: {
        ref: '$(touch${IFS}pwned)',
        sha: head,
        repo: from === null ? null : { ...repository, full_name: from, fork: from !== 'lerenn/lab' },
      },
    },
    repository,
  };
  return { name: 'pull_request', payload };
}

/** A run that another one started by its end. */
export function workflowRun(from: string) {
  const payload = {
    action: 'completed',
    workflow_run: {
      id: 4710,
      event: 'pull_request',
      conclusion: 'success',
      head_branch: 'main',
      head_repository: { full_name: from, fork: from !== 'lerenn/lab' },
    },
    repository,
  };
  return { name: 'workflow_run', payload };
}
