import { type ImageKind, imageFolderPath } from '../../inventory/model/imageSetFiles.ts';
import type { ImageSet, LockedFile } from '../../inventory/model/images.ts';
import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { type Finding, finding, type Outcome } from '../../shared/finding.ts';
import type { Locate } from '../locate.ts';
import { value, type Word } from './word.ts';

/** URLs of what a node boots, as words of a script. */
export interface BootImages {
  readonly kernel: Word;
  readonly initramfs: Word;
  readonly rootfs: Word;
  /** Only where the node installs from it. */
  readonly metalImage?: Word;
}

/** Literal URLs where the node gives them, else those of its image set on the router. */
export function bootImages(
  site: Site,
  node: Node,
  path: string,
  locate: Locate,
): Outcome<BootImages | undefined> {
  const url = (name: ImageKind): Word | undefined => imageUrl(site, node, path, name);
  const kernel = url('kernel');
  const initramfs = url('initramfs');
  const rootfs = url('rootfs');
  if (kernel === undefined || initramfs === undefined || rootfs === undefined) {
    return { value: undefined, findings: [noImages(node, path, locate)] };
  }
  const images = { kernel, initramfs, rootfs };
  if (!needsMetalImage(node)) return { value: images, findings: [] };
  const metalImage = url('metalImage');
  if (metalImage === undefined) return { value: undefined, findings: [noMetalImage(node, path, locate)] };
  return { value: { ...images, metalImage }, findings: [] };
}

/** Where the router keeps a file of an image set. */
export function imageAddress(site: Site, images: ImageSet, kind: ImageKind, { name }: LockedFile): string {
  return `${site.router.url}/${imageFolderPath(images, kind)}/${name}`;
}

function imageUrl(site: Site, node: Node, path: string, name: ImageKind): Word | undefined {
  const literal = node.installer.urls[name];
  if (literal !== undefined) return value(literal, `${path}/installer/urls/${name}`);
  const file = node.images?.[name];
  if (node.images === undefined || file === undefined) return undefined;
  return value(imageAddress(site, node.images, name, file), `${path}/images/${name}`);
}

function needsMetalImage({ installer }: Node): boolean {
  return installer.mode === 'install' && installer.source === 'metalImage';
}

function noImages(node: Node, path: string, locate: Locate): Finding {
  return finding(
    'PL2502',
    locate(`${path}/stream`),
    `no Fedora CoreOS ${node.stream} for ${node.architecture} is locked, so ${node.hostname} has nothing to boot`,
  );
}

function noMetalImage(node: Node, path: string, locate: Locate): Finding {
  const release = node.images === undefined ? node.stream : node.images.version;
  return finding(
    'PL2503',
    locate(`${path}/installer/source`),
    `${node.hostname} installs from the metal image, and none of ${release} for ${node.architecture} is locked`,
  );
}
