import type { AssetSet, WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import { assetContent } from '../../../src/deploy/seal.ts';
import type { ImageFiles } from '../../../src/ports/imageFiles.ts';
import type { StreamedFile } from '../../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../../src/shared/digest.ts';

/** A release and the files of its image sets, as they are on this machine. */
export interface Sample {
  readonly wanted: WantedRelease;
  readonly files: () => AsyncIterable<StreamedFile>;
  /** Big files by their path below the root folder. */
  readonly big: ReadonlyMap<string, Uint8Array>;
}

const encoder = new TextEncoder();

/** Bytes that differ everywhere, so that a piece at a wrong offset is seen. */
export function noise(seed: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += 32) {
    bytes.set(Buffer.from(sha256(`${seed} ${start}`), 'hex').subarray(0, length - start), start);
  }
  return bytes;
}

/** A CoreOS image set of small "big" files. */
export function imageSet(version: string, size = 100): { set: AssetSet; big: Map<string, Uint8Array> } {
  const path = `images/coreos/${version}/x86_64`;
  const big = new Map<string, Uint8Array>();
  const files = ['initramfs.img', 'kernel'].map((name) => {
    const bytes = noise(`${version} ${name}`, size);
    big.set(`${path}/${name}`, bytes);
    return {
      name,
      sha256: sha256(bytes),
      size: bytes.length,
      url: `https://builds.example/${version}/${name}`,
    };
  });
  return { set: { kind: 'coreos', path, files }, big };
}

/** A release with a few files, that needs the image set of a version. */
export function sample(name: string, version = '44.1', { files = 3, size = 100 } = {}): Sample {
  const { set, big } = imageSet(version, size);
  const contents = new Map<string, Uint8Array>();
  for (let index = 0; index < files; index += 1) {
    contents.set(`nodes/n${index}/config.ign`, encoder.encode(`${name} ${index}\n`));
  }
  const records = [...contents].map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length }));
  const manifest = JSON.stringify({ name, files: records, images: assetContent(set) });
  contents.set('manifest.json', encoder.encode(manifest));
  const all = [...contents].map(([path, bytes]) => ({ path, sha256: sha256(bytes), size: bytes.length }));
  return {
    wanted: { id: sha256(manifest), files: all, assets: [set] },
    files: async function* () {
      for (const [path, bytes] of contents) yield { path, bytes };
    },
    big,
  };
}

/** The folder of image files on this machine. */
export function imageFilesOf(...samples: readonly Sample[]): ImageFiles {
  const files = new Map(samples.flatMap(({ big }) => [...big]));
  return {
    folder: 'images-cache',
    find: async (path) => {
      const bytes = files.get(path);
      return bytes === undefined
        ? undefined
        : { size: bytes.length, read: (offset) => chunks(bytes, offset) };
    },
  };
}

async function* chunks(bytes: Uint8Array, offset: number): AsyncIterable<Uint8Array> {
  for (let start = offset; start < bytes.length; start += chunkBytes) {
    yield bytes.subarray(start, Math.min(bytes.length, start + chunkBytes));
  }
}

const chunkBytes = 40;

/** The records of a sample's manifest: the release's id is its hash. */
export function manifestOf(text: string, release: Digest) {
  if (sha256(text) !== release) return undefined;
  const { files } = JSON.parse(text) as { files: { path: string; sha256: Digest; size: number }[] };
  return files;
}
