import type { Flaw } from './flaw.ts';

/** A rule over one element, whichever configuration it is in: it is asked once for each element. */
export type ElementRule<T> = (element: T) => readonly Flaw[];
