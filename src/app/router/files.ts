import { join } from 'node:path';
import type { ServedFile } from '../../deploy/run/putServed.ts';
import type { IpxeBinary } from '../../inventory/model/images.ts';
import type { Site } from '../../inventory/model/site.ts';
import type { World } from '../../ports/world.ts';
import { byteSize } from '../../report/bytes.ts';
import { gateScript } from '../../router/gate/gateScript.ts';
import { ipxeFiles, type WantedFile } from '../../router/plan/files.ts';
import type { RouterProblem } from '../../router/plan/routerPlan.ts';
import { rootFolder } from '../../router/plan/served.ts';
import { sha256 } from '../../shared/digest.ts';
import { gateNames } from '../../shared/gateLayout.ts';
import { servedFolders } from '../../shared/storageLayout.ts';

/** A file that the router is to serve: its bytes, or why they are not at hand. */
export interface RouterFile {
  readonly wanted: WantedFile;
  readonly content: { readonly bytes: Uint8Array } | { readonly problem: RouterProblem };
}

/** The gate, where the site has one, and the iPXE binaries of the image lock. */
export async function routerFiles(site: Site, world: World, images: string): Promise<RouterFile[]> {
  const wanted = ipxeFiles(site);
  const binaries = site.ipxe.map(async (binary, index) => {
    const file = wanted[index];
    return file === undefined ? [] : [await readBinary(binary, file, site, world, images)];
  });
  return [...gateFiles(site), ...(await Promise.all(binaries)).flat()];
}

/** One of them with what it is put by. */
export function servedFile({ path }: WantedFile, bytes: Uint8Array): ServedFile {
  const [folder = '', name = ''] = path.split('/');
  return { folder, path: name, bytes, executable: folder === servedFolders.programs };
}

function gateFiles(site: Site): RouterFile[] {
  const { unknownMachines, router } = site;
  if (router.gate !== 'cgi') return [];
  const bytes = Buffer.from(gateScript({ url: router.url, root: rootFolder(site), unknownMachines }));
  return gateNames.map((name) => ({
    wanted: { path: `${servedFolders.programs}/${name}`, bytes: bytes.length, sha256: sha256(bytes) },
    content: { bytes },
  }));
}

/** Bytes; iPXE has about one million of them. */
const biggestBinary = 16 * 1024 * 1024;

async function readBinary(
  { source, architecture, name, sha256: locked }: IpxeBinary,
  wanted: WantedFile,
  { folder }: Site,
  world: World,
  images: string,
): Promise<RouterFile> {
  const path = 'path' in source ? joined(folder, source.path) : join(images, 'ipxe', architecture, name);
  const broken = (message: string, next: string): RouterFile => ({
    wanted,
    content: { problem: { severity: 'error', message, next } },
  });
  const file = await world.localFile(path);
  if (file === undefined) {
    const next =
      'url' in source
        ? `pilotlight images fetch brings ${source.url} there`
        : `put it there, or mend its path in images.lock.yaml`;
    return broken(`the iPXE binary ${path} is not there`, next);
  }
  if (file.size > biggestBinary) {
    return broken(`${path} has ${byteSize(file.size)}, and is no iPXE binary`, 'put the right file there');
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(0)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const found = sha256(bytes);
  if (found !== locked) {
    return broken(
      `${path} has the SHA-256 ${found}, and images.lock.yaml wants ${locked}`,
      'fetch it again, or lock this file when it is the one that you want',
    );
  }
  return { wanted: { ...wanted, bytes: bytes.length }, content: { bytes } };
}

/** Absolute, or relative to the folder of the inventory. */
function joined(folder: string, path: string): string {
  return path.startsWith('/') ? path : join(folder, path);
}
