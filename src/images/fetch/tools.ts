import type { Downloads } from '../../ports/downloads.ts';
import type { ImageCache } from '../../ports/imageCache.ts';
import type { Signatures } from '../../ports/signatures.ts';
import type { Patience } from '../retry.ts';

/** What fetching works with. */
export interface FetchTools extends Patience {
  readonly downloads: Downloads;
  readonly cache: ImageCache;
  readonly signatures: Signatures;
  /** Armoured keys whose signatures count; none: signatures are not checked. */
  readonly keys: readonly string[];
  /** The address that is asked in place of a URL of the lock. */
  readonly mirrored: (url: string) => string;
}
