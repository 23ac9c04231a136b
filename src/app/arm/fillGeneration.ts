import { generationPath } from '../../render/base/generation.ts';
import type { Element } from '../../render/butane/element.ts';
import type { MergedConfig } from '../../render/butane/mergedConfig.ts';
import type { Digest } from '../../shared/digest.ts';
import { fillRelease } from '../../shared/releaseMarker.ts';

/** Puts the id of the armed release in the place of its marker: in the generation file, which is always Pilotlight's own, and nowhere else. */
export function fillGeneration(merged: MergedConfig, release: Digest): MergedConfig {
  const fill = (element: Element): Element => {
    if (element.key !== generationPath) return element;
    const { contents, ...rest } = element.value as { contents?: { inline?: string } };
    const inline = fillRelease(contents?.inline ?? '', release);
    return { ...element, value: { ...rest, contents: { ...contents, inline } } };
  };
  return { ...merged, 'storage.files': merged['storage.files'].map(fill) };
}
