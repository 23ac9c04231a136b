import type { Document } from '../model/document.ts';
import type { Architecture, ImageSet, IpxeBinary, K3sAssets, LockedFile } from '../model/images.ts';
import { at, items, root, text, type Written } from './written.ts';

/** An image set of the lock, with the place of its entry. */
export interface LockedImageSet {
  readonly written: Written;
  readonly images: ImageSet;
}

/** The image sets of images.lock.yaml, in its order. Entries that lack something are left out: their shape is a finding. */
export function readImageLock(lock: Document | undefined): LockedImageSet[] {
  if (lock === undefined) return [];
  return items(at(root(lock), 'coreos')).flatMap((written) => {
    const images = readImageSet(written);
    return images === undefined ? [] : [{ written, images }];
  });
}

/** Files of K3s that the lock has, with the place of their entry. */
export interface LockedK3s {
  readonly written: Written;
  readonly assets: K3sAssets;
}

/** The files of an entry for K3s, in the order in which {@link K3sAssets} has them. */
export const k3sFiles = ['binary', 'airgapImages', 'installScript'] as const;

/** The K3s releases of images.lock.yaml, in its order. Entries without a binary are left out: their shape is a finding. */
export function readK3sLock(lock: Document | undefined): LockedK3s[] {
  if (lock === undefined) return [];
  return items(at(root(lock), 'k3s')).flatMap((written) => {
    const version = text(at(written, 'version'));
    const architecture = text(at(written, 'architecture'));
    if (!version || (architecture !== 'x86_64' && architecture !== 'aarch64')) return [];
    if (readFile(at(written, 'binary')) === undefined) return [];
    const files = k3sFiles.flatMap((name) => readFile(at(written, name)) ?? []);
    return [{ written, assets: { version, architecture, files } }];
  });
}

/** An iPXE binary of the lock, with the place of its entry. */
export interface LockedIpxe {
  readonly written: Written;
  readonly binary: IpxeBinary;
}

/** The iPXE binaries of images.lock.yaml, in its order. Entries that lack something are left out: that is a finding. */
export function readIpxeLock(lock: Document | undefined): LockedIpxe[] {
  if (lock === undefined) return [];
  return items(at(root(lock), 'ipxe')).flatMap((written) => {
    const binary = readIpxeBinary(written);
    return binary === undefined ? [] : [{ written, binary }];
  });
}

function readIpxeBinary(written: Written): IpxeBinary | undefined {
  const architecture = text(at(written, 'architecture'));
  const name = text(at(written, 'name'));
  const url = text(at(written, 'url'));
  const path = text(at(written, 'path'));
  const sha256 = text(at(written, 'sha256'));
  const size = at(written, 'size').value;
  if (architecture !== 'x86_64' && architecture !== 'aarch64') return undefined;
  if ((name !== 'snponly.efi' && name !== 'ipxe.efi') || sha256 === undefined) return undefined;
  if (url === undefined && path === undefined) return undefined;
  return {
    architecture,
    name,
    source: url === undefined ? { path: path ?? '' } : { url },
    sha256,
    ...(typeof size === 'number' ? { size } : {}),
  };
}

/** Which release a node wants. */
export interface WantedImages {
  readonly stream: string;
  readonly architecture: Architecture;
  /** Pinned release. */
  readonly version?: string;
}

/** Chooses image sets. Answers the same object for the same wish: the newest release of the stream unless one is pinned. */
export function imageChooser(
  lock: readonly LockedImageSet[],
): (wanted: WantedImages) => ImageSet | undefined {
  const newest = new Map<string, ImageSet>();
  const pinned = new Map<string, ImageSet>();
  for (const { images } of lock) {
    const key = `${images.stream} ${images.architecture}`;
    const best = newest.get(key);
    if (best === undefined || compareVersions(images.version, best.version) > 0) newest.set(key, images);
    const exact = `${key} ${images.version}`;
    if (!pinned.has(exact)) pinned.set(exact, images);
  }
  return ({ stream, architecture, version }) => {
    const key = `${stream} ${architecture}`;
    return version === undefined ? newest.get(key) : pinned.get(`${key} ${version}`);
  };
}

/** Compares releases such as `44.20260707.3.1` number by number. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function readImageSet(written: Written): ImageSet | undefined {
  const stream = text(at(written, 'stream'));
  const version = text(at(written, 'version'));
  const architecture = text(at(written, 'architecture'));
  const kernel = readFile(at(written, 'kernel'));
  const initramfs = readFile(at(written, 'initramfs'));
  const rootfs = readFile(at(written, 'rootfs'));
  const metalImage = readFile(at(written, 'metalImage'));
  if (!stream || !version || (architecture !== 'x86_64' && architecture !== 'aarch64')) return undefined;
  if (!kernel || !initramfs || !rootfs) return undefined;
  return {
    version,
    stream,
    architecture,
    kernel,
    initramfs,
    rootfs,
    ...(metalImage === undefined ? {} : { metalImage }),
  };
}

function readFile(written: Written): LockedFile | undefined {
  const url = text(at(written, 'url'));
  const sha256 = text(at(written, 'sha256'));
  if (url === undefined || sha256 === undefined) return undefined;
  const size = at(written, 'size').value;
  const signature = text(at(written, 'signature'));
  const signatureSha256 = text(at(written, 'signatureSha256'));
  const signatureSize = at(written, 'signatureSize').value;
  return {
    name: lastSegment(url),
    url,
    sha256,
    ...(typeof size === 'number' ? { size } : {}),
    ...(signature === undefined ? {} : { signature }),
    ...(signatureSha256 === undefined ? {} : { signatureSha256 }),
    ...(typeof signatureSize === 'number' ? { signatureSize } : {}),
  };
}

function lastSegment(url: string): string {
  const [path = ''] = url.split(/[?#]/, 1);
  return path.slice(path.lastIndexOf('/') + 1);
}
