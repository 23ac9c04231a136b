import { imageFolderPath, signatureFile } from '../../inventory/model/imageSetFiles.ts';
import type { ImageSet } from '../../inventory/model/images.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { ServedImage } from '../../lint/ipxe/options.ts';
import { releasesFolder, servedFolders } from '../../shared/storageLayout.ts';

/**
 * Tells what the router serves at a URL: a file of an image set that nodes install, the gate or what stands for it, or, for a
 * path below `releases/`, a file of a release.
 */
export function servedImages(site: Site): (url: string) => boolean | ServedImage {
  const images = new Map<string, boolean | ServedImage>();
  for (const { images: set } of site.nodes) {
    if (set !== undefined)
      for (const [path, image] of filesOf(set)) images.set(`${site.router.url}/${path}`, image);
  }
  return (url) => {
    const image = images.get(url);
    if (image !== undefined) return image;
    return ['cgi-bin/gate', servedFolders.tftp, releasesFolder].some((folder) =>
      url.startsWith(`${site.router.url}/${folder}/`),
    );
  };
}

function* filesOf(set: ImageSet): Generator<readonly [string, boolean | ServedImage]> {
  const { version, architecture, metalImage } = set;
  for (const kind of ['kernel', 'initramfs', 'rootfs', 'metalImage'] as const) {
    const file = set[kind];
    if (file !== undefined)
      yield [`${imageFolderPath(set, kind)}/${file.name}`, { version, architecture, kind }];
  }
  for (const { name } of metalImage === undefined ? [] : signatureFile(metalImage))
    yield [`${imageFolderPath(set, 'metalImage')}/${name}`, true];
}
