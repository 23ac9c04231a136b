import { signatureSuffix } from '../../shared/imageLayout.ts';
import { coreosFolder } from '../../shared/storageLayout.ts';
import type { ImageSet, LockedFile } from './images.ts';

/** What a file of an image set is for. */
export type ImageKind = 'kernel' | 'initramfs' | 'rootfs' | 'metalImage';

/** Files that lie together on a storage, and are whole or of no use. */
export interface ImageFolder {
  /** `images/coreos/44.20260707.3.1/x86_64` */
  readonly path: string;
  readonly files: readonly LockedFile[];
}

/**
 * Where a file of an image set lies on a storage. The metal image has a folder of its own: whether it is there changes with what nodes ask
 * for, and what machines boot never changes with that.
 */
export function imageFolderPath({ version, architecture }: ImageSet, kind: ImageKind): string {
  const folder = `${coreosFolder}/${version}/${architecture}`;
  return kind === 'metalImage' ? `${folder}-metal` : folder;
}

/**
 * The folders of an image set: what machines boot, and the metal image with its signature beside it. coreos-installer fetches the image's URL
 * with `.sig` after it.
 */
export function imageFoldersOf(set: ImageSet): ImageFolder[] {
  const { kernel, initramfs, rootfs, metalImage } = set;
  const booted = { path: imageFolderPath(set, 'kernel'), files: [kernel, initramfs, rootfs] };
  if (metalImage === undefined) return [booted];
  const files = [metalImage, ...signatureFile(metalImage)];
  return [booted, { path: imageFolderPath(set, 'metalImage'), files }];
}

/** The file with the detached signature, where the image lock pins it. */
export function signatureFile({ name, signature, signatureSha256, signatureSize }: LockedFile): LockedFile[] {
  if (signature === undefined || signatureSha256 === undefined) return [];
  return [
    {
      name: name + signatureSuffix,
      url: signature,
      sha256: signatureSha256,
      ...(signatureSize === undefined ? {} : { size: signatureSize }),
    },
  ];
}
