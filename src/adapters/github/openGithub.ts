import type { Github } from '../../ports/github.ts';
import { readAttestations } from './attestations.ts';
import { type Client, type GithubAccess, openClient } from './client.ts';
import { keepComment } from './comments.ts';
import { closeIssue, keepIssue } from './issues.ts';

/** GitHub over its REST API. Nothing is loaded or asked before the first question. */
export function openGithub(access: GithubAccess): Github {
  let opened: Promise<Client> | undefined;
  const client = (): Promise<Client> => {
    opened ??= openClient(access);
    return opened;
  };
  return {
    comment: async (pullRequest, note) => keepComment(await client(), pullRequest, note),
    keepIssue: async (issue) => keepIssue(await client(), issue),
    closeIssue: async (issue) => closeIssue(await client(), issue),
    attestations: async (digest) => readAttestations(await client(), digest),
  };
}
