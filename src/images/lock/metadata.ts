import type { Architecture } from '../../inventory/model/images.ts';
import { isDigest } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { coreosBase } from '../mirror.ts';
import type { LockedFile } from './content.ts';

/** Files of a release for one architecture, as its metadata names them; sizes are not among what it says. */
export interface PublishedRelease {
  readonly version: string;
  readonly kernel: LockedFile;
  readonly initramfs: LockedFile;
  readonly rootfs: LockedFile;
  readonly metalImage: LockedFile;
}

/** Metadata of the newest release of a stream (Fedora CoreOS documents, "Stream metadata"). */
export function streamUrl(stream: string): string {
  return `${coreosBase}/streams/${stream}.json`;
}

/** Metadata of one release of a stream, also of an old one. */
export function releaseUrl(stream: string, version: string): string {
  return `${coreosBase}/prod/streams/${stream}/builds/${version}/release.json`;
}

/** Reads the metadata of a stream or of a release, which have the same in different places. Throws a {@link Failure}. */
export function readMetadata(text: string, url: string, architecture: Architecture): PublishedRelease {
  const data = parse(text, url);
  const of = at(data, 'architectures', architecture);
  if (of === undefined) {
    throw new Failure('world', `${url} has nothing for ${architecture}`, {
      next: 'choose another stream or release, or another architecture',
    });
  }
  const stream = at(of, 'artifacts', 'metal');
  const metal = stream ?? at(of, 'media', 'metal');
  const formats = at(metal, stream === undefined ? 'artifacts' : 'formats');
  const version = stream === undefined ? at(data, 'release') : at(metal, 'release');
  if (typeof version !== 'string' || !/^\d+\.\d{8}\.\d+\.\d+$/.test(version)) {
    throw unusable(url, `no release for ${architecture}`);
  }
  const file = (...path: string[]): LockedFile => readFile(at(formats, ...path), url, path.join(' '));
  return {
    version,
    kernel: file('pxe', 'kernel'),
    initramfs: file('pxe', 'initramfs'),
    rootfs: file('pxe', 'rootfs'),
    metalImage: file('raw.xz', 'disk'),
  };
}

function readFile(data: unknown, url: string, name: string): LockedFile {
  const location = at(data, 'location');
  const sha256 = at(data, 'sha256');
  const signature = at(data, 'signature');
  const size = at(data, 'size');
  if (!isUrl(location)) throw unusable(url, `no URL of ${name}`);
  if (typeof sha256 !== 'string' || !isDigest(sha256)) throw unusable(url, `no SHA-256 of ${name}`);
  return {
    url: location,
    sha256,
    ...(typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? { size } : {}),
    ...(isUrl(signature) ? { signature } : {}),
  };
}

/** As the lock takes them. */
function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s/?#]+\/[^\s]*[^\s/]$/.test(value);
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unusable(url, 'no JSON');
  }
}

function at(data: unknown, ...path: string[]): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

function unusable(url: string, lack: string): Failure {
  return new Failure('world', `${url} is not the metadata of Fedora CoreOS: it has ${lack}`, {
    next: 'look at images.coreos.url in site.yaml, and at PILOTLIGHT_COREOS_URL: the mirror has to have the paths of the origin',
  });
}
