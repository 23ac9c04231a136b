import { getInput } from '@actions/core';
import { hide } from './hide.ts';

/** The token that GitHub is asked with; empty where there is none. It is taken out of the environment, so that no program that is started later has it. */
export function readToken(environment: NodeJS.ProcessEnv): string {
  const token = getInput('github-token');
  delete environment['INPUT_GITHUB-TOKEN'];
  hide(token);
  return token;
}
