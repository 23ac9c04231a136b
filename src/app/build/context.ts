import type { Inventory } from '../../inventory/model/inventory.ts';
import type { Pointer } from '../../inventory/model/provenance.ts';
import type { IpxeLintOptions } from '../../lint/ipxe/options.ts';
import { createLinter, type Linter } from '../../lint/lint.ts';
import type { World } from '../../ports/world.ts';
import { type Locate, locator } from '../../render/locate.ts';
import { type PreparedOverlay, prepareOverlay } from '../../render/overlay/prepareOverlay.ts';
import type { Finding, Outcome, Place } from '../../shared/finding.ts';
import { type SiteTranslator, siteTranslator } from '../translate/siteTranslator.ts';
import { ScriptCollection } from './scripts.ts';
import { servedImages } from './servedImages.ts';

/** What the nodes of one site are built with: made once, shared by all. */
export interface BuildContext {
  readonly inventory: Inventory;
  readonly world: World;
  /** Overlays by path, read and checked once. */
  readonly overlays: ReadonlyMap<string, PreparedOverlay>;
  readonly translator: SiteTranslator;
  readonly linter: Linter;
  readonly scripts: ScriptCollection;
  /** What the router serves below the site's URL. */
  readonly servedBy: NonNullable<IpxeLintOptions['servedBy']>;
  /** The place of a value of the resolved model. */
  readonly locateModel: Locate;
  /** The place of a value in a file of the inventory. */
  readonly locate: (file: string, pointer: Pointer, what?: 'value' | 'key') => Place;
}

/** Prepares a site for building. The findings are those of its overlays. */
export function buildContext(inventory: Inventory, world: World): Outcome<BuildContext> {
  const findings: Finding[] = [];
  const overlays = new Map<string, PreparedOverlay>();
  const decoder = new TextDecoder();
  const sourceByPath = new Map([...inventory.files.values()].map((file) => [file.path, file]));
  for (const [file, document] of inventory.overlays) {
    const source = decoder.decode(sourceByPath.get(file)?.bytes);
    const prepared = prepareOverlay(document, source);
    overlays.set(file, prepared.value);
    findings.push(...prepared.findings);
  }
  return {
    value: {
      inventory,
      world,
      overlays,
      translator: siteTranslator(world.translator, world.cache),
      linter: createLinter(inventory.files),
      scripts: new ScriptCollection(),
      servedBy: servedImages(inventory.site),
      locateModel: locator(inventory),
      locate: (file, pointer, what) =>
        (inventory.overlays.get(file) ?? inventory.documents.get(file))?.locate(pointer, what) ?? {
          file,
          line: 1,
          column: 1,
        },
    },
    findings,
  };
}
