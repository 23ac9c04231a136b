import type { Code } from '../../shared/catalogue.ts';
import { type Finding, finding, type RelatedPlace } from '../../shared/finding.ts';
import { jsonPointer } from '../resolve/note.ts';
import { keyPlaceOf, placeOf, type Written } from '../resolve/written.ts';

/** What a finding may say beside its message. */
export interface More {
  readonly hint?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** A finding at a value. */
export function report(code: Code, written: Written, message: string, more: More = {}): Finding {
  return finding(code, placeOf(written), message, more);
}

/** A finding at the key of a value. */
export function reportKey(code: Code, written: Written, message: string, more: More = {}): Finding {
  return finding(code, keyPlaceOf(written), message, more);
}

/** Another place, shown as `also at …`; what stands there, when it is not the same as at the finding. */
export function also(written: Written, what = ''): RelatedPlace[] {
  return [{ place: placeOf(written), message: what }];
}

/** Lets each written value through once: what many nodes share is one finding, and its place is looked up once. */
export function once(): (written: Written) => boolean {
  const seen = new Map<string, Set<string>>();
  return ({ document, pointer }) => {
    const places = seen.get(document.file) ?? new Set();
    seen.set(document.file, places);
    const key = jsonPointer(pointer);
    if (places.has(key)) return false;
    places.add(key);
    return true;
  };
}
