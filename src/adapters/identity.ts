import { hostname, userInfo } from 'node:os';
import type { Identity } from '../ports/identity.ts';

/** Who runs this process: a user on a machine, or a run of a GitHub workflow, which says so by its environment. */
export function identity(environment: NodeJS.ProcessEnv): Identity {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_NUMBER: number, GITHUB_RUN_ID: id } = environment;
  const machine = { host: hostname(), process: process.pid };
  if (environment.GITHUB_ACTIONS !== 'true' || !repository || !number) {
    return { who: `${userName(environment)}@${machine.host}`, ...machine };
  }
  const who = `${repository} run ${number} on ${environment.RUNNER_NAME || machine.host}`;
  const server = environment.GITHUB_SERVER_URL || 'https://github.com';
  return { who, ...(id ? { url: `${server}/${repository}/actions/runs/${id}` } : {}), ...machine };
}

/** A container may run as a number that no name belongs to. */
function userName(environment: NodeJS.ProcessEnv): string {
  try {
    return userInfo().username;
  } catch {
    return environment.USER || String(process.getuid?.() ?? 'somebody');
  }
}
