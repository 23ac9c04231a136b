import { finding } from '../../../shared/finding.ts';
import type { IpxeRule } from '../context.ts';

/** PL3001: a script starts with `#!ipxe` and white space. */
export const firstLine: IpxeRule = ({ text, script, options }) => {
  if (script.isScript) return [];
  const [line = ''] = text.split(/\r?\n/, 1);
  const place = { file: options.file, line: 1, column: 1, endColumn: line.length + 1 };
  const [message, hint] = problem(text, line);
  return [finding('PL3001', place, message, { hint })];
};

function problem(text: string, line: string): [message: string, hint: string] {
  if (text.startsWith('\ufeff')) {
    return ['the file starts with a byte order mark', 'save the file as UTF-8 without a byte order mark'];
  }
  if (/^#![ig]pxe$/.test(line))
    return ['the file ends right after its first line', 'end the first line with a line feed'];
  return ['the first line is not #!ipxe', 'make #!ipxe the first line, with nothing before it'];
}
