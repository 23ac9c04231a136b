import * as core from '@actions/core';
import { visible } from '../report/visible.ts';
import { explainSystemError, Failure } from '../shared/failure.ts';

/** Fails the step with one sentence and what to do next. Where in the program it happened is only for debug logs. */
export function fail(error: unknown): void {
  if (error instanceof Failure) {
    const next = error.next === undefined ? '' : ` – ${error.next}`;
    core.setFailed(visible(`${error.message}${next}`));
    return;
  }
  if (error instanceof Error) core.debug(visible(error.stack ?? ''));
  const next = 'run the job again with debug logging, and please report it';
  core.setFailed(visible(`something unexpected went wrong: ${explainSystemError(error)} – ${next}`));
}
