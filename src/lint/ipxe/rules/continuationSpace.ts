import { finding } from '../../../shared/finding.ts';
import type { IpxeRule } from '../context.ts';

/** PL3015: nothing stands after the backslash of a continuation. */
export const continuationSpace: IpxeRule = ({ text, options }) =>
  text.split('\n').flatMap((line, index) => {
    const match = /\\([ \t\f\v]+)\r?$/.exec(line);
    if (match === null || /^\s*#/.test(line)) return [];
    const column = match.index + 1;
    const place = { file: options.file, line: index + 1, column, endColumn: column + 1 };
    const message = 'the backslash is not the last character, so the line ends here';
    return [finding('PL3015', place, message, { hint: 'remove the white space after it' })];
  });
