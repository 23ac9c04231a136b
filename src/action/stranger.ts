import { Failure } from '../shared/failure.ts';
import { at } from './payload.ts';

/**
 * The repository that the content of a run comes from, when it is not the run's own: the head of a pull request, or of the run that
 * started this one. Without a payload that names it, an event of a pull request counts as a stranger's.
 */
export function strangerIn(
  payload: unknown,
  event: string | undefined,
  repository: string | undefined,
): string | undefined {
  const heads = headsIn(payload);
  if (heads.length === 0)
    return event?.startsWith('pull_request') ? 'a repository without a name' : undefined;
  const strange = heads.find((head) => !isSame(head, repository));
  if (strange === undefined) return undefined;
  return typeof strange.name === 'string' ? strange.name : 'a repository that is gone';
}

interface Run {
  /** The event. */
  readonly name: string | undefined;
  readonly stranger: string | undefined;
}

/** What is not done with a stranger's content, by command, in words. What is not here is only read and told of. */
const refusals: Readonly<Record<string, string>> = {
  deploy: 'deployed',
  reimage: 'installed',
  status: 'asked machines about',
  images: 'asked servers about',
};

/**
 * Refuses what would let a stranger decide what machines boot, or what is connected to: before a key is read, or anything is connected
 * to.
 */
export function refuseStrangers({ stranger, name }: Run, command: string): void {
  const what = refusals[command];
  if (stranger === undefined || what === undefined) return;
  throw new Failure(
    'refused',
    `${name ?? 'this event'} brings content of ${stranger}, which is not ${what}`,
    {
      next: `${command} after the merge, on \`push\`, or let \`plan\` tell what the pull request means`,
    },
  );
}

interface Head {
  /** Full name; null where the repository is gone. */
  readonly name: unknown;
}

function headsIn(payload: unknown): Head[] {
  return [
    { from: at(payload, 'pull_request'), repository: at(payload, 'pull_request', 'head', 'repo') },
    { from: at(payload, 'workflow_run'), repository: at(payload, 'workflow_run', 'head_repository') },
  ].flatMap(({ from, repository }) =>
    from === undefined || from === null ? [] : [{ name: at(repository, 'full_name') }],
  );
}

/** GitHub takes names of one spelling in upper and lower case for one. */
function isSame({ name }: Head, repository: string | undefined): boolean {
  return (
    typeof name === 'string' && repository !== undefined && name.toLowerCase() === repository.toLowerCase()
  );
}
