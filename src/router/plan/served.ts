import type { Site } from '../../inventory/model/site.ts';
import { bootFilePath, rootName } from '../../shared/storageLayout.ts';

/** The folder that everything lies in: `/mnt/usb/pilotlight`. */
export function rootFolder({ router }: Pick<Site, 'router'>): string {
  return `${router.storage.replace(/\/$/, '')}/${rootName}`;
}

/** The folder below the root from which firmware loads iPXE, by TFTP and HTTP. */
export const tftpFolder = 'tftp';

/** Where DHCP sends an iPXE: a program that knows the current release, or the file that deploy and rollback write. */
export function bootUrl({ router }: Pick<Site, 'router'>): string {
  return router.gate === 'cgi' ? `${router.url}/cgi-bin/boot` : `${router.url}/${bootFilePath}`;
}

/** Who answers HTTP at `router.url`. */
export type WebServer =
  | { readonly by: 'us'; readonly address: string; readonly port: number }
  /** Somebody else's: why we leave it alone. */
  | { readonly by: 'others'; readonly why: string };

/** We serve plain HTTP at the router's own address and at the root of a port; everything else is somebody else's. */
export function webServer({ router: { url, address } }: Pick<Site, 'router'>): WebServer {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined) return { by: 'others', why: 'it is no URL' };
  if (parsed.pathname !== '/') return { by: 'others', why: `it has the path ${parsed.pathname}` };
  if (parsed.protocol !== 'http:') return { by: 'others', why: 'it is not plain HTTP' };
  if (parsed.hostname !== address)
    return { by: 'others', why: `it is not at the router's address ${address}` };
  return { by: 'us', address, port: Number(parsed.port || 80) };
}
