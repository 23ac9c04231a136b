import { signatureSuffix } from '../../shared/imageLayout.ts';
import type { ImageSet, LockedFile } from './images.ts';

/**
 * The files of an image set that lie in its folder: those that machines boot, and the metal image with its signature beside it, where a node
 * installs from it. coreos-installer fetches the image's URL with `.sig` after it.
 */
export function imageSetFiles({ kernel, initramfs, rootfs, metalImage }: ImageSet): LockedFile[] {
  return [
    kernel,
    initramfs,
    rootfs,
    ...(metalImage === undefined ? [] : [metalImage, ...signatureFile(metalImage)]),
  ];
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
