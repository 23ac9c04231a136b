import { Failure } from '../../shared/failure.ts';
import type { Problem } from '../preflight.ts';

/** Throws a Failure that names every problem, if there is any. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const once = (texts: readonly string[]) => [...new Set(texts.map(withoutStop))].join('; ');
  throw new Failure('world', once(problems.map(({ message }) => message)), {
    next: once(problems.map(({ next }) => next)),
  });
}

/** Problems are sentences, failures are parts of one. */
function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
