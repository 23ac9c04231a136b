import type { FileOutcome, InitReport, NextLine, ToldLine } from './initReport.ts';
import { jsonText } from './jsonText.ts';
import { type Palette, palette } from './palette.ts';
import { visible } from './visible.ts';
import { warningLines } from './warnings.ts';

/** What `init` or an import did, as a person reads it: what was found, what became of each file, what was not carried over, and what is next. */
export function initText(report: InitReport, colour: boolean): string {
  const colours = palette(colour);
  const { router, warnings, files, notes, left, next, planned } = report;
  return [
    router.length === 0 ? '' : `The router\n${router.map((line) => `  ${visible(line)}\n`).join('')}\n`,
    ...files.map((file) => fileText(file, planned, colours)),
    ...(files.length === 0 ? ['no file was made\n'] : []),
    warnings.length === 0 ? '' : `\n${warningLines(warnings, colour)}`,
    notes.length === 0 ? '' : `\nTo know:\n${notes.map(noteText).join('')}`,
    left.length === 0
      ? ''
      : `\nStill to be said, or locked:\n${left.map(({ place, message, code }) => `  ${visible(`${place}: ${message}`)} ${colours.faint(code)}\n`).join('')}`,
    `\nNext:\n${nextText(next, colours)}`,
  ].join('');
}

/** The same as data. */
export function initJson(report: InitReport): string {
  return jsonText({ version: 1, ...report });
}

const signs = { created: '+', unchanged: '=', kept: '!', replaced: '~' } as const;

function fileText({ path, outcome, diff }: FileOutcome, planned: boolean, colours: Palette): string {
  const paint = {
    created: colours.added,
    unchanged: colours.faint,
    kept: colours.warning,
    replaced: colours.warning,
  }[outcome];
  const said = {
    created: '',
    unchanged: '  is there already',
    kept: '  another one is there, and stays; --force replaces it:',
    replaced: planned ? '  would be replaced:' : '  replaced:',
  }[outcome];
  const lines = diff === undefined ? '' : diffText(diff, colours);
  return `${paint(`${signs[outcome]} ${visible(path)}`)}${said}\n${lines}`;
}

function diffText(diff: string, colours: Palette): string {
  const paint = (line: string): string => {
    if (line.startsWith('+')) return colours.added(line);
    if (line.startsWith('-')) return colours.removed(line);
    return line.startsWith('@@') ? colours.hunk(line) : line;
  };
  const lines = diff.replace(/\n+$/, '').split('\n').map(visible);
  return lines.map((line) => `    ${paint(line)}\n`).join('');
}

function noteText({ file, line, message }: ToldLine): string {
  return `  ${visible(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)}\n`;
}

function nextText(next: readonly NextLine[], colours: Palette): string {
  const width = Math.max(...next.map(({ command }) => visible(command).length));
  return next
    .map(
      ({ command, what }) =>
        `  ${colours.strong(visible(command).padEnd(width))}  ${colours.faint(visible(what))}\n`,
    )
    .join('');
}
