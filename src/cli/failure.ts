import { palette } from '../report/palette.ts';
import { visibleLines } from '../report/visible.ts';
import type { Failure } from '../shared/failure.ts';
import type { Context } from './context.ts';

/** Prints a failure: what happened, then what to do next. */
export function printFailure(failure: Failure, { stderr, colour }: Pick<Context, 'stderr' | 'colour'>): void {
  const colours = palette(colour && stderr.isTTY === true);
  stderr.write(`${colours.error('✗')} ${visibleLines(failure.message)}\n`);
  if (failure.next !== undefined) stderr.write(`  ${visibleLines(failure.next)}\n`);
}
