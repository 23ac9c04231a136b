import { imageFoldersOf } from '../inventory/model/imageSetFiles.ts';
import type { ImageSet, IpxeBinary, K3sAssets, LockedFile } from '../inventory/model/images.ts';
import type { Site } from '../inventory/model/site.ts';
import type { Digest } from '../shared/digest.ts';
import { compareText } from '../shared/finding.ts';
import { ipxeFolder } from '../shared/imageLayout.ts';
import { k3sFolder } from '../shared/storageLayout.ts';

/** A file that the image lock pins, with its path in a folder of image files. */
export interface PinnedFile {
  /** `images/coreos/44.20260707.3.1/x86_64/…`, `k3s/v1.35.2+k3s1/k3s`, `ipxe/x86_64/snponly.efi` */
  readonly path: string;
  readonly url: string;
  readonly sha256: Digest;
  /** Bytes, where the lock knows. */
  readonly size?: number;
  /** URL of the detached signature. */
  readonly signature?: string;
  /** Hash of the file with that signature, where the lock pins it: then it is one of the files itself. */
  readonly signatureSha256?: Digest;
}

/** What the image lock pins for a site's nodes, by path: what deploy and the router need. Local iPXE binaries are not among it. */
export function neededFiles({
  nodes,
  cluster,
  ipxe,
}: Pick<Site, 'nodes' | 'cluster' | 'ipxe'>): PinnedFile[] {
  const sets = new Set(nodes.flatMap(({ images }) => images ?? []));
  return byPath([
    ...[...sets].flatMap(coreosFiles),
    ...(cluster?.assets ?? []).flatMap(k3sFiles),
    ...ipxe.flatMap(ipxeFile),
  ]);
}

/** Files of an image set. */
export function coreosFiles(set: ImageSet): PinnedFile[] {
  return imageFoldersOf(set).flatMap(({ path, files }) => files.map((file) => pinned(path, file)));
}

/** Files of a K3s release. */
export function k3sFiles({ version, files }: K3sAssets): PinnedFile[] {
  return files.map((file) => pinned(`${k3sFolder}/${version}`, file));
}

/** An iPXE binary, where it is one that is fetched. */
export function ipxeFile({ architecture, name, source, sha256, size }: IpxeBinary): PinnedFile[] {
  if (!('url' in source)) return [];
  const file = { name, url: source.url, sha256, ...(size === undefined ? {} : { size }) };
  return [pinned(`${ipxeFolder}/${architecture}`, file)];
}

/** Files sorted by path, each once. */
export function byPath(files: readonly PinnedFile[]): PinnedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) =>
    compareText(a.path, b.path),
  );
}

function pinned(
  folder: string,
  { name, sha256, url, size, signature, signatureSha256 }: LockedFile,
): PinnedFile {
  return {
    path: `${folder}/${name}`,
    url,
    sha256: sha256 as Digest,
    ...(size === undefined ? {} : { size }),
    ...(signature === undefined ? {} : { signature }),
    ...(signatureSha256 === undefined ? {} : { signatureSha256: signatureSha256 as Digest }),
  };
}
