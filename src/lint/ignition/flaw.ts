import type { Pointer } from '../../inventory/model/provenance.ts';
import type { Code } from '../../shared/catalogue.ts';
import { type Finding, finding, type Place } from '../../shared/finding.ts';

/** A position in the decoded text of a value. Lines and columns count from 1; columns count UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
}

/**
 * Something wrong with an element, before it has a place: elements are shared by many nodes, and rules look at each
 * one once.
 */
export interface Flaw {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
  /** Path within the element: `['contents', 'inline']`. */
  readonly at: Pointer;
  /** Position in the text that stands there. */
  readonly within?: TextPosition;
  /** The file that the text was read from, when it does not stand in the configuration (`local:`). */
  readonly file?: string;
}

/** A flaw of a whole configuration: `at` is a path from its root. */
export type PlacedFlaw = Flaw;

/** Answers where a value of the configuration was written by a person, or the nearest place that is known. */
export type Locate = (pointer: Pointer, within?: TextPosition) => Place;

/** Gives a flaw of a configuration its place. */
export function placeFlaw(flaw: PlacedFlaw, locate: Locate): Finding {
  const place = flaw.file === undefined ? locate(flaw.at, flaw.within) : placeInFile(flaw.file, flaw.within);
  return finding(flaw.code, place, flaw.message, { hint: flaw.hint });
}

function placeInFile(file: string, within: TextPosition = { line: 1, column: 1 }): Place {
  return { file, ...within };
}
