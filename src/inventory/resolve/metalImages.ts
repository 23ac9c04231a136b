import type { ImageSet } from '../model/images.ts';
import type { Node } from '../model/node.ts';
import type { DraftNode } from './node.ts';

/** Whether a node installs from the metal image of its image set: then the router has to have it. */
export function wantsMetalImage({ installer }: Pick<Node, 'installer'>): boolean {
  return (
    installer.mode === 'install' &&
    installer.source === 'metalImage' &&
    installer.urls.metalImage === undefined
  );
}

/**
 * Takes the metal image out of the image sets from which no node installs it: it is by far the biggest file, and the live system has an
 * image of its own. Nodes that share an image set go on sharing one object.
 */
export function withoutUnusedMetalImages<T extends { readonly draft: DraftNode }>(drafts: readonly T[]): T[] {
  const wanted = new Set<ImageSet>();
  for (const { draft } of drafts) {
    if (draft.node.images !== undefined && wantsMetalImage(draft.node)) wanted.add(draft.node.images);
  }
  const slim = new Map<ImageSet, ImageSet>();
  return drafts.map((each) => {
    const { images } = each.draft.node;
    if (images?.metalImage === undefined || wanted.has(images)) return each;
    const { metalImage, ...rest } = images;
    const set = slim.get(images) ?? rest;
    slim.set(images, set);
    return { ...each, draft: { ...each.draft, node: { ...each.draft.node, images: set } } };
  });
}
