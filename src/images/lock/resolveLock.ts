import { createHash } from 'node:crypto';
import type { CoreosWish, ImageWishes, IpxeWish, K3sWish } from '../../inventory/model/imageWishes.ts';
import { sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { asked, type LockTools, longestText, read, withSignature, withSize } from './asking.ts';
import {
  type CoreosEntry,
  coreosKey,
  coreosParts,
  hasPinnedSignature,
  type IpxeEntry,
  type K3sEntry,
  k3sParts,
  type LockContent,
  type LockedFile,
} from './content.ts';
import { k3sAddresses, sumOf } from './k3sRelease.ts';
import { readMetadata, releaseUrl, streamUrl } from './metadata.ts';

/**
 * Makes the lock that a site's nodes want. What is pinned and locked already is kept, and nobody is asked for it; streams get their newest
 * release, unless only others are to be looked at. Throws a {@link Failure}.
 */
export async function resolveLock(
  wishes: ImageWishes,
  present: LockContent,
  tools: LockTools,
  streams?: ReadonlySet<string>,
): Promise<LockContent> {
  const texts = new Map<string, Promise<string>>();
  const text = (url: string): Promise<string> => {
    const known = texts.get(url) ?? read(url, tools);
    texts.set(url, known);
    return known;
  };
  const coreos = new Map<string, CoreosEntry>();
  for (const wish of wishes.coreos) {
    const entry = await coreosEntry(wish, present, { tools, text, streams });
    const twin = coreos.get(coreosKey(entry));
    coreos.set(coreosKey(entry), { ...twin, ...entry });
  }
  const k3s: K3sEntry[] = [];
  for (const wish of wishes.k3s) k3s.push(await k3sEntry(wish, present, { tools, text }));
  const ipxe: IpxeEntry[] = [];
  for (const wish of wishes.ipxe ?? []) ipxe.push(await ipxeEntry(wish, tools));
  return { coreos: [...coreos.values()], k3s, ipxe: wishes.ipxe === undefined ? present.ipxe : ipxe };
}

interface Asking {
  readonly tools: LockTools;
  readonly text: (url: string) => Promise<string>;
  readonly streams?: ReadonlySet<string> | undefined;
}

async function coreosEntry(
  wish: CoreosWish,
  present: LockContent,
  { tools, text, streams }: Asking,
): Promise<CoreosEntry> {
  const { stream, architecture, version, metalImage } = wish;
  const locked = present.coreos.filter(
    (entry) => entry.stream === stream && entry.architecture === architecture,
  );
  const usable = locked.filter(
    (entry) => !metalImage || (entry.metalImage !== undefined && hasPinnedSignature(entry.metalImage)),
  );
  const kept =
    version === undefined
      ? streams !== undefined && !streams.has(stream) && usable.at(-1)
      : usable.find((entry) => entry.version === version);
  if (kept) return kept;
  const url = version === undefined ? streamUrl(stream) : releaseUrl(stream, version);
  const found = readMetadata(await text(url), url, architecture);
  if (version !== undefined && found.version !== version) {
    throw new Failure('world', `${url} is of ${found.version}`, { next: 'look at the mirror' });
  }
  const before = locked.find((entry) => entry.version === found.version);
  const entry: CoreosEntry = { stream, version: found.version, architecture, ...pick(found) };
  if (metalImage) entry.metalImage = found.metalImage;
  for (const part of coreosParts) {
    const file = entry[part];
    if (file !== undefined) entry[part] = await withSize(file, before?.[part], tools);
  }
  if (entry.metalImage !== undefined) {
    entry.metalImage = await withSignature(entry.metalImage, before?.metalImage, tools);
  }
  return entry;
}

function pick<T extends { kernel: unknown; initramfs: unknown; rootfs: unknown }>(
  found: T,
): Pick<T, 'kernel' | 'initramfs' | 'rootfs'> {
  return { kernel: found.kernel, initramfs: found.initramfs, rootfs: found.rootfs };
}

async function k3sEntry(
  { version, architecture }: K3sWish,
  present: LockContent,
  { tools, text }: Asking,
): Promise<K3sEntry> {
  const locked = present.k3s.find(
    (entry) => entry.version === version && entry.architecture === architecture,
  );
  if (locked !== undefined && k3sParts.every((part) => locked[part] !== undefined)) return locked;
  const addresses = k3sAddresses(version, architecture);
  const sums = await text(addresses.sums);
  const listed = (url: string): Promise<LockedFile> =>
    withSize({ url, sha256: sumOf(sums, url, addresses.sums) }, undefined, tools);
  const script = Buffer.from(await text(addresses.installScript), 'latin1');
  return {
    version,
    architecture,
    binary: await listed(addresses.binary),
    airgapImages: await listed(addresses.airgapImages),
    installScript: { url: addresses.installScript, sha256: sha256(script), size: script.length },
  };
}

async function ipxeEntry({ architecture, name, source }: IpxeWish, tools: LockTools): Promise<IpxeEntry> {
  if ('url' in source) {
    const bytes = await asked(source.url, tools, (url) =>
      tools.downloads.read(url, longestText, tools.signal),
    );
    return { architecture, name, url: source.url, sha256: sha256(bytes), size: bytes.length };
  }
  const file = await tools.localFile(source.path);
  if (file === undefined) {
    throw new Failure('usage', `there is no iPXE binary ${source.path}`, {
      next: 'mend its path in images.ipxe of site.yaml: it is absolute, or relative to the folder of the inventory',
    });
  }
  const hash = createHash('sha256');
  for await (const chunk of file.read(0)) hash.update(chunk);
  return { architecture, name, path: source.path, sha256: hash.digest('hex'), size: file.size };
}
