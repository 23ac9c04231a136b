import { pullRequest, push } from '../../action/support/events.ts';

/** What makes the file `pwned` where stand-ins keep things, when a shell runs it. */
const command = 'cd $STAND_IN_KEPT && touch pwned';

/** A name that would do something, if a shell ran it. */
export const hostileName = `$(${command})`;

/** Text that would do something, if anything ran it. */
export const hostileText = [
  `\`${command}\`$(${command})';${command};"`,
  '::error::pwned',
  '::set-output name=releases::pwned',
  '##[error]pwned',
].join('\n');

interface Event {
  readonly name: string;
  readonly payload: { readonly repository: object };
}

/** An event of a public repository, with what GitHub tells of it beside. */
function ofPublic({ name, payload }: Event) {
  const repository = { ...payload.repository, visibility: 'public', default_branch: 'main', fork: false };
  return { name, payload: { ...payload, repository } };
}

/** A pull request with a hostile title, text and branch. */
export function pullRequestFrom(repository: string, base: string, head: string) {
  const { name, payload } = pullRequest(base, head, repository);
  const { pull_request } = payload;
  const hostile = {
    ...pull_request,
    title: hostileText,
    body: hostileText,
    head: { ...pull_request.head, ref: hostileText, label: hostileText },
    user: { login: hostileText },
  };
  return ofPublic({ name, payload: { ...payload, pull_request: hostile } as typeof payload });
}

/** A push to the default branch. */
export function pushOf(before: string, after: string) {
  const { name, payload } = push(before, after);
  return ofPublic({
    name,
    payload: { ...payload, head_commit: { id: after, message: hostileText } } as typeof payload,
  });
}
