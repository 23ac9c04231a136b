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

export function pullRequest(base: string, head: string, from = 'lerenn/lab') {
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
        repo: { ...repository, full_name: from, fork: from !== 'lerenn/lab' },
      },
    },
    repository,
  };
  return { name: 'pull_request', payload };
}
