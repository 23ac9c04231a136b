import type { Document } from './document.ts';
import type { ImageWishes } from './imageWishes.ts';
import type { Provenance } from './provenance.ts';
import type { Site } from './site.ts';
import type { SourceFile } from './source.ts';

/** A site with what it was made from: all that the stages after it need. */
export interface Inventory {
  readonly site: Site;
  readonly provenance: Provenance;
  /** What the image lock has to hold for the nodes. */
  readonly imageWishes: ImageWishes;
  /** site.yaml, node files and the image lock, by path. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Overlays that any node uses, by path. */
  readonly overlays: ReadonlyMap<string, Document>;
  /** Every file below the inventory folder, by path relative to it: what `local:` and `trees:` may read. */
  readonly files: ReadonlyMap<string, SourceFile>;
}
