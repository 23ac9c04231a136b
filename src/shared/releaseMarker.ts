import type { Digest } from './digest.ts';

/**
 * Stands for the id of the release in files of a node: an id cannot be in the release that it is the digest of. Whoever arms a node
 * puts the id in its place; a node that was installed from the published config.ign keeps the marker, and does not know its release.
 */
export const releaseMarker = '@@pilotlight:release@@';

/** A text with the id of the release in the place of its marker. */
export function fillRelease(text: string, release: Digest): string {
  return text.replaceAll(releaseMarker, release);
}
