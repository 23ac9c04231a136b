import type { Sighting, SightingKind } from './sighting.ts';
import { sightingWords } from './words.ts';

/** A row of a node's time line: something that happened, once or again and again. */
export interface TimeLineRow {
  readonly kind: SightingKind;
  /** In words without a stop. */
  readonly words: string;
  /** Since the node was restarted: the first time, and the last. */
  readonly seconds: number;
  readonly lastSeconds: number;
  readonly times: number;
}

/** Rows in which a repetition is looked for: a firmware in a loop asks, is offered, and loads, over and over. */
const loop = 4;

/** What was seen of a node, for somebody to read: what is said again and again is one row. */
export function timeLine(sightings: readonly Sighting[]): TimeLineRow[] {
  const rows: TimeLineRow[] = [];
  for (const sighting of sightings) {
    const { kind, seconds } = sighting;
    const words = sightingWords(sighting);
    const from = Math.max(0, rows.length - loop);
    const again = rows.findIndex((row, index) => index >= from && row.kind === kind && row.words === words);
    const before = rows[again];
    if (before === undefined) rows.push({ kind, words, seconds, lastSeconds: seconds, times: 1 });
    else rows[again] = { ...before, lastSeconds: seconds, times: before.times + 1 };
  }
  return rows;
}
