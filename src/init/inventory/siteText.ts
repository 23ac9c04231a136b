import type { RouterAnswers, SiteAnswers } from '../answers.ts';
import { schemaUrl } from '../project.ts';
import { yamlText } from './yamlText.ts';

/** Where iPXE's own project keeps the binary that uses the network driver of the firmware, by the architecture. */
const ipxeUrls = {
  x86_64: 'https://boot.ipxe.org/x86_64-efi/snponly.efi',
  aarch64: 'https://boot.ipxe.org/arm64-efi/snponly.efi',
} as const;

export type Architecture = keyof typeof ipxeUrls;

/** The text of site.yaml. Keys that would say what is usual anyway are left out. */
export function siteText(site: SiteAnswers, architectures: Iterable<Architecture>, version: string): string {
  const { domain, name, cidr, dhcpPool, k3sVersion, authorizedKeys } = site;
  return yamlText(
    {
      ...(name === undefined ? {} : { name }),
      domain,
      network: {
        cidr,
        ...(dhcpPool === undefined ? {} : { dhcpPool: { from: dhcpPool.from, to: dhcpPool.to } }),
      },
      router: routerOf(site.router),
      ...(k3sVersion === undefined ? {} : { k3s: { version: k3sVersion } }),
      ssh: { authorizedKeys },
      images: {
        ipxe: [...architectures].map((architecture) => ({ architecture, url: ipxeUrls[architecture] })),
      },
    },
    schemaUrl('site', version),
    ['The site: its network, its router, and what all nodes share.'],
  );
}

function routerOf({ address, storage, user, port, hostKeys }: RouterAnswers): object {
  const ssh = {
    ...(user === undefined || user === 'root' ? {} : { user }),
    ...(port === undefined || port === 22 ? {} : { port }),
    ...(hostKeys.length === 0 ? {} : { hostKeys }),
  };
  return {
    address,
    ...(storage === undefined || storage === '/mnt/usb' ? {} : { storage }),
    ...(Object.keys(ssh).length === 0 ? {} : { ssh }),
  };
}
