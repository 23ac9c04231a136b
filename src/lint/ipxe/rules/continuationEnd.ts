import { finding } from '../../../shared/finding.ts';
import type { IpxeRule } from '../context.ts';

/** PL3016: a continuation continues a command with something. */
export const continuationEnd: IpxeRule = ({ text, script, options }) => {
  const lines = text.split('\n');
  return script.statements.flatMap(({ comment, line, lastLine, unfinished }) => {
    const swallows = comment !== undefined && comment.line < lastLine;
    if (unfinished !== true && !swallows) return [];
    const at = unfinished === true ? lastLine : Math.max(line, comment?.line ?? line);
    const column = Math.max(1, (lines[at - 1] ?? '').trimEnd().length);
    const message =
      unfinished === true ? 'the file ends in a continuation' : 'the comment goes on over the next line';
    const place = { file: options.file, line: at, column, endColumn: column + 1 };
    return [finding('PL3016', place, message, { hint: 'remove the backslash' })];
  });
};
