import type { OverlayReference } from '../../../src/inventory/model/node.ts';
import type { ButaneConfig } from '../../../src/render/butane/config.ts';
import { mergeConfig } from '../../../src/render/butane/mergeConfig.ts';
import type { Locate, MergedConfig } from '../../../src/render/butane/mergedConfig.ts';
import { expandOverlay } from '../../../src/render/overlay/expandOverlay.ts';
import { prepareOverlay } from '../../../src/render/overlay/prepareOverlay.ts';
import type { Outcome } from '../../../src/shared/finding.ts';
import { exampleNode, exampleSite, overlayDocument } from '../overlay/inventory.ts';

const node = exampleNode();
const site = exampleSite([node]);

/** An overlay's text, and whether it may replace. */
export type OverlayText = string | { readonly text: string; readonly override: true };

/** Merges overlays, named a.bu, b.bu …, over a base. Answers where places are looked up, too. */
export function merging(
  base: Omit<ButaneConfig, 'variant' | 'version'>,
  ...overlays: readonly OverlayText[]
): Outcome<MergedConfig> & { readonly locate: Locate } {
  const documents = overlays.map((overlay, index) =>
    overlayDocument(textOf(overlay), `inventory/overlays/${String.fromCharCode(97 + index)}.bu`),
  );
  const locate: Locate = (file, pointer, what) =>
    documents.find((each) => each.file === file)?.locate(pointer, what) ?? { file, line: 1, column: 1 };
  const layers = overlays.map((overlay, index) => {
    const document = documents[index] ?? overlayDocument('{}');
    const reference: OverlayReference = {
      file: document.file,
      override: typeof overlay === 'object',
      from: { file: 'inventory/site.yaml', pointer: ['overlays', index] },
    };
    const prepared = prepareOverlay(document, textOf(overlay));
    return { elements: expandOverlay(prepared.value, node, site).value, reference };
  });
  const config: ButaneConfig = { variant: 'fcos', version: '1.7.0', ...base };
  return { ...mergeConfig(config, layers, locate), locate };
}

function textOf(overlay: OverlayText): string {
  return typeof overlay === 'string' ? overlay : overlay.text;
}
