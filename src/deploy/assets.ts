import { imageFoldersOf } from '../inventory/model/imageSetFiles.ts';
import type { ImageSet, K3sAssets, LockedFile } from '../inventory/model/images.ts';
import { type Digest, isDigest } from '../shared/digest.ts';
import { compareText } from '../shared/finding.ts';
import { contentPathFault } from '../shared/storageLayout.ts';
import { k3sPath } from './paths.ts';
import type { AssetFile, AssetSet } from './plan/wanted.ts';

/** The folders of a CoreOS image set: what machines boot, and the metal image where a node installs from it. */
export function coreosSets(image: ImageSet): AssetSet[] {
  return imageFoldersOf(image).map(({ path, files }) => newSet('coreos', path, files));
}

/** The folder of the files of one K3s version. */
export function k3sSet({ version, files }: Pick<K3sAssets, 'version' | 'files'>): AssetSet {
  return newSet('k3s', k3sPath(version), files);
}

/** Every folder that a release needs, by path. Architectures of one K3s version share a folder, so their files come together. */
export function assetSets(images: readonly ImageSet[], k3s: readonly K3sAssets[] = []): AssetSet[] {
  const byPath = new Map<string, AssetSet>();
  for (const set of [...images.flatMap(coreosSets), ...k3s.map(k3sSet)]) {
    const known = byPath.get(set.path);
    byPath.set(
      set.path,
      known === undefined ? set : { ...set, files: distinct([...known.files, ...set.files]) },
    );
  }
  return [...byPath.values()].sort((a, b) => compareText(a.path, b.path));
}

/** A set's SHA256SUMS, as `sha256sum -c` takes it, by name. */
export function sumsText(set: AssetSet): string {
  return distinct(set.files)
    .map(({ sha256, name }) => `${sha256}  ${name}\n`)
    .join('');
}

/** What a SHA256SUMS says, by name; undefined where it is not one that {@link sumsText} makes. */
export function parseSums(text: string): ReadonlyMap<string, Digest> | undefined {
  const sums = new Map<string, Digest>();
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  for (const line of lines) {
    const digest = line.slice(0, 64);
    const name = line.slice(66);
    if (!isDigest(digest) || line.slice(64, 66) !== '  ' || contentPathFault(name) !== undefined)
      return undefined;
    if (sums.has(name)) return undefined;
    sums.set(name, digest);
  }
  return sums;
}

function newSet(kind: AssetSet['kind'], path: string, files: readonly LockedFile[]): AssetSet {
  return { kind, path, files: distinct(files.map(assetFile)) };
}

function assetFile({ name, sha256, size, url }: LockedFile): AssetFile {
  return { name, sha256: sha256.toLowerCase() as Digest, size, url };
}

/** Files by name; of two of one name the first. */
function distinct(files: readonly AssetFile[]): AssetFile[] {
  const byName = new Map<string, AssetFile>();
  for (const file of files) if (!byName.has(file.name)) byName.set(file.name, file);
  return [...byName.values()].sort((a, b) => compareText(a.name, b.name));
}
