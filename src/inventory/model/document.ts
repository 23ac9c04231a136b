import type { Place } from '../../shared/finding.ts';
import type { Pointer } from './provenance.ts';

/** A YAML document read from the inventory: plain data, and the way back to line and column. */
export interface Document {
  /** Path as a person would type it. */
  readonly file: string;
  /** Plain JavaScript data; anchors and merge keys are resolved. */
  readonly value: unknown;
  /**
   * Where the value at a path stands, or its key. When nothing stands there (a missing key, say) the nearest
   * enclosing value's place is answered, so that every finding has one.
   */
  locate(pointer: Pointer, what?: 'value' | 'key'): Place;
}
