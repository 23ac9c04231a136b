import type { Place } from '../shared/finding.ts';

/** One resolved value, and where it came from. */
export interface ShowRow {
  /** Keys and indexes from the root of what is shown. */
  readonly path: readonly (string | number)[];
  /** A scalar; a list or a map is shown in one line, as its origin is one. */
  readonly value: unknown;
  readonly origin: ShowOrigin;
}

/** Where a value came from: a file, a default of Pilotlight's, or another value (`router.address`), which has its own place. */
export type ShowOrigin =
  | { readonly kind: 'file'; readonly place: Place }
  | { readonly kind: 'default' }
  | { readonly kind: 'derived'; readonly from: string; readonly place?: Place };
