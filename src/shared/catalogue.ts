import { inventoryCodes } from './catalogue/inventory.ts';
import { ipxeCodes } from './catalogue/ipxe.ts';
import { manifestCodes } from './catalogue/manifests.ts';
import { overlayCodes } from './catalogue/overlay.ts';
import { readingCodes } from './catalogue/reading.ts';
import { releaseCodes } from './catalogue/release.ts';
import { renderedCodes } from './catalogue/rendered.ts';
import { renderingCodes } from './catalogue/rendering.ts';
import { shapeCodes } from './catalogue/shape.ts';

/**
 * The closed catalogue of finding codes. docs/findings is generated from it.
 *
 * | range  | about                                                  |
 * |--------|--------------------------------------------------------|
 * | PL10xx | reading files and YAML                                 |
 * | PL11xx | the shape of the inventory (JSON Schema)               |
 * | PL12xx | the meaning of the inventory                           |
 * | PL13xx | charts and manifests of the cluster                    |
 * | PL20xx | overlays: templates, merging, translation              |
 * | PL25xx | rendering of the base and of iPXE scripts              |
 * | PL30xx | iPXE scripts                                           |
 * | PL31xx | kernel arguments of CoreOS in iPXE scripts             |
 * | PL32xx | Ignition, systemd units and scripts on the node        |
 * | PL40xx | releases and plans                                     |
 */
export const catalogue = {
  ...readingCodes,
  ...shapeCodes,
  ...inventoryCodes,
  ...manifestCodes,
  ...overlayCodes,
  ...renderingCodes,
  ...ipxeCodes,
  ...renderedCodes,
  ...releaseCodes,
};

/** A code of the catalogue, such as `PL1204`. */
export type Code = keyof typeof catalogue;

/** Whether a text is a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}
