import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

/** Edits beyond which a diff is no longer readable, and slow to find. */
const mostEdits = 2_000;

/** Lines of a diff that a plan keeps. */
const mostLines = 500;

/**
 * The unified diff of two texts, three lines of context, without file headers; undefined when they are equal.
 * Cut after 500 lines; texts with next to nothing in common are not compared line by line. Both say so.
 */
export function textDiff(before: string, after: string): string | undefined {
  if (before === after) return undefined;
  const patch = structuredPatch('', '', before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostEdits,
  });
  if (patch === undefined) return `(too different to compare: more than ${mostEdits} lines changed)\n`;
  const lines = formatPatch(patch, OMIT_HEADERS).split('\n');
  if (lines.length <= mostLines) return lines.join('\n');
  return [...lines.slice(0, mostLines), `(${lines.length - mostLines} more lines)`, ''].join('\n');
}
