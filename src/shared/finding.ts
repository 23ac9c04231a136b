import { type Code, catalogue } from './catalogue.ts';

/** How much a finding weighs: an error fails the run, a warning is shown, and a rule that is off is dropped. */
export type Severity = 'error' | 'warning';

/** A place in a file that a person wrote. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  /** Path as the person would type it from where the command runs, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** First column after the underlined text, on the same line. */
  readonly endColumn?: number;
}

/** Another place that helps to understand a finding, shown as `also at …`. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** One diagnostic. Users' mistakes are findings, never exceptions. */
export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence without a full stop: what is wrong, with the offending value. */
  readonly message: string;
  readonly place: Place;
  /** How to mend it. */
  readonly hint?: string;
  readonly related?: readonly RelatedPlace[];
}

/** What a stage answers: the value (undefined when it could not be made) and everything that it noticed. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** Makes a finding with the severity that the catalogue gives its code. */
export function finding(
  code: Code,
  place: Place,
  message: string,
  more: { readonly hint?: string | undefined; readonly related?: readonly RelatedPlace[] | undefined } = {},
): Finding {
  return {
    code,
    severity: catalogue[code].severity,
    message,
    place,
    ...(more.hint === undefined ? {} : { hint: more.hint }),
    ...(more.related === undefined || more.related.length === 0 ? {} : { related: more.related }),
  };
}

/** Whether any finding is an error. */
export function hasErrors(findings: Iterable<Finding>): boolean {
  for (const each of findings) if (each.severity === 'error') return true;
  return false;
}

/** The order of a report: file, line, column, code, then message. A stable order keeps golden files stable. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Compares by code unit, so that the order does not depend on anybody's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
