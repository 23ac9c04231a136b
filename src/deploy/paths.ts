import { type Digest, isDigest } from '../shared/digest.ts';
import {
  coreosFolder,
  incomingFolder,
  k3sFolder,
  partSuffix,
  releasesFolder,
  storagePathKind,
} from '../shared/storageLayout.ts';

export { slotPaths } from '../shared/storageLayout.ts';

/** `releases/<id>` */
export function releasePath(id: Digest): string {
  return `${releasesFolder}/${id}`;
}

/** `k3s/v1.35.2+k3s1` */
export function k3sPath(version: string): string {
  return `${k3sFolder}/${version}`;
}

/** Where a big file waits until all of it is there: `incoming/<sha256>.part`. */
export function partPath(sha256: Digest): string {
  return `${incomingFolder}/${sha256}${partSuffix}`;
}

/** What the folder of a path holds; undefined where it is no folder of a release or an image set. */
export function folderKind(path: string): 'release' | 'coreos' | 'k3s' | undefined {
  if (storagePathKind(path) !== 'folder') return undefined;
  if (path.startsWith(`${releasesFolder}/`)) return 'release';
  return path.startsWith(`${coreosFolder}/`) ? 'coreos' : 'k3s';
}

/** The id of the release that a folder holds; undefined where it holds none. */
export function releaseOfPath(path: string): Digest | undefined {
  const id = path.slice(releasesFolder.length + 1);
  return isDigest(id) && path === releasePath(id) ? id : undefined;
}

/** The hash of the file that an upload is for; undefined where a path is not one of an upload. */
export function digestOfPart(path: string): Digest | undefined {
  const digest = path.slice(incomingFolder.length + 1, -partSuffix.length);
  return isDigest(digest) && path === partPath(digest) ? digest : undefined;
}
