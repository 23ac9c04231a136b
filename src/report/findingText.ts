import type { Finding, RelatedPlace } from '../shared/finding.ts';
import { excerpt } from './excerpt.ts';
import type { Palette } from './palette.ts';
import { placeText } from './place.ts';
import { visible } from './visible.ts';

/** What a finding is printed with. */
export interface FindingStyle {
  readonly palette: Palette;
  /** Terminal cells. */
  readonly width: number;
  readonly lineOf: (file: string, line: number) => string | undefined;
}

const indent = '    ';

/** Related places that are shown; more only repeat the point. */
const shownRelated = 3;

/**
 * One finding as a person reads it: place, severity, code and message; the source line with the fault underlined and
 * other places beside it; the hint.
 */
export function findingText(finding: Finding, style: FindingStyle): string[] {
  const { place, severity, code, message, hint } = finding;
  const paint = style.palette[severity];
  const head = `${style.palette.strong(placeText(place))}  ${paint(`${severity} ${code}`)}  ${visible(message)}`;
  const also = relatedTexts(finding.related ?? []);
  return [
    head,
    ...(sourceLines(finding, also, style) ?? also.map((text) => `${indent}${text}`)),
    ...(hint === undefined ? [] : [`${indent}${style.palette.faint('hint:')} ${visible(hint)}`]),
  ];
}

/** The source line, and below it the underline with the other places beside it; undefined where there is no source. */
function sourceLines(
  { place, severity }: Finding,
  also: readonly string[],
  { palette, width, lineOf }: FindingStyle,
): string[] | undefined {
  const line = lineOf(place.file, place.line);
  if (line === undefined || line.trim() === '') return undefined;
  const number = String(place.line);
  const room = Math.max(minimumRoom, width - indent.length - number.length - gutter.length);
  const { text, start, length } = excerpt(line, place.column, place.endColumn, room);
  const margin = `${indent}${' '.repeat(number.length)}${palette.faint(gutter)}`;
  const [first, ...others] = also;
  const beside = ' '.repeat(start + length + 1);
  return [
    `${indent}${palette.faint(`${number}${gutter}`)}${text}`,
    `${margin}${' '.repeat(start)}${palette[severity]('^'.repeat(length))}${first === undefined ? '' : ` ${first}`}`,
    ...others.map((other) => `${margin}${beside}${other}`),
  ];
}

const gutter = ' │ ';
const minimumRoom = 20;

function relatedTexts(related: readonly RelatedPlace[]): string[] {
  const shown = related.slice(0, shownRelated).map(({ place, message }) => {
    const why = message === '' ? '' : ` (${visible(message)})`;
    return `also at ${placeText(place)}${why}`;
  });
  const more = related.length - shown.length;
  return more === 0 ? shown : [...shown, `and at ${more} more ${more === 1 ? 'place' : 'places'}`];
}
