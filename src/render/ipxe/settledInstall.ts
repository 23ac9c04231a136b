import type { Node } from '../../inventory/model/node.ts';
import type { Site } from '../../inventory/model/site.ts';
import { imageAddress } from './bootImages.ts';

const kinds = ['kernel', 'initramfs', 'rootfs', 'metalImage'] as const;

/**
 * An install script as far as it is a reason to install a node again: without the release of Fedora CoreOS, where the installed system
 * updates itself. A newer image is for the next installation; a node of the older one gets there alone. Another stream it does not.
 */
export function settledInstall(site: Site, node: Node, script: string): string {
  const { images, stream, updates, installer } = node;
  if (images === undefined || updates.strategy === 'off' || installer.mode !== 'install') return script;
  return kinds
    .flatMap((kind) => {
      const file = images[kind];
      return file === undefined ? [] : [{ kind, address: imageAddress(site, images, kind, file) }];
    })
    .reduce((text, { kind, address }) => text.replaceAll(address, `${stream} ${kind}`), script)
    .replaceAll(`Fedora CoreOS ${images.version} `, `Fedora CoreOS ${stream} `);
}
