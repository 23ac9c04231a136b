import type { Site } from '../../inventory/model/site.ts';
import type { RouterFacts } from '../facts/routerFacts.ts';
import { binaryFile } from './firmware.ts';
import type { PlannedFile } from './routerPlan.ts';
import { tftpFolder } from './served.ts';

/** A file that the storage is to have, below its root folder. */
export interface WantedFile {
  /** `cgi-bin/gate`, `tftp/snponly.efi` */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The iPXE binaries of a site as files of the storage; bytes are 0 where the image lock does not know them. */
export function ipxeFiles({ ipxe }: Pick<Site, 'ipxe'>): WantedFile[] {
  return ipxe.map((binary) => ({
    path: `${tftpFolder}/${binaryFile(binary)}`,
    bytes: binary.size ?? 0,
    sha256: binary.sha256,
  }));
}

/** Which of the wanted files are there already. */
export function planFiles(wanted: readonly WantedFile[], { files }: RouterFacts): PlannedFile[] {
  return wanted.map(({ path, bytes, sha256 }) => ({
    path,
    bytes,
    action: files.get(path) === sha256 ? 'keep' : 'upload',
  }));
}
