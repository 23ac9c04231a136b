import { at, type IpxeRule } from '../context.ts';

/** PL3013: comments stand on lines of their own. */
export const midLineComment: IpxeRule = (context) =>
  context.script.statements.flatMap(({ comment }) =>
    comment?.midLine === true
      ? [
          at(
            context,
            'PL3013',
            comment,
            'the rest of the line is a comment',
            'put the comment on a line of its own; an argument cannot start with #',
          ),
        ]
      : [],
  );
