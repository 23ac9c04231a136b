import { createCipheriv, createHash } from 'node:crypto';
import type { AssetSet, WantedRelease } from '../../../src/deploy/plan/wanted.ts';
import type { ImageFiles } from '../../../src/ports/imageFiles.ts';
import type { StreamedFile } from '../../../src/ports/storage.ts';
import { sha256 } from '../../../src/shared/digest.ts';

/** A release with its image set, all of whose bytes are known. */
export interface Sample {
  readonly name: string;
  readonly wanted: WantedRelease;
  /** Every file of the release and its image set, by path below the root folder. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly images: ImageFiles;
  files(): AsyncIterable<StreamedFile>;
}

/** What a sample is made of. */
export interface SampleShape {
  readonly files: number;
  /** Bytes of each big file. */
  readonly images: readonly number[];
}

/** A release of small files and one image set, the same for the same name. */
export function sampleRelease(name: string, { files, images }: SampleShape): Sample {
  const small = new Map<string, Uint8Array>();
  for (let i = 0; i < files; i += 1)
    small.set(`nodes/n${i}.lab/config.ign`, bytesFor(`${name}/${i}`, 100 + i * 37));
  small.set(
    'manifest.json',
    Buffer.from(JSON.stringify({ schemaVersion: 1, release: { id: sha256(name) }, name })),
  );
  const big = new Map(images.map((size, i) => [`image-${i}.img`, bytesFor(`${name}/image/${i}`, size)]));
  const path = `images/coreos/${name}/x86_64`;
  const set: AssetSet = {
    kind: 'coreos',
    path,
    files: [...big].map(([each, bytes]) => ({
      name: each,
      sha256: sha256(bytes),
      size: bytes.length,
      url: `https://example.org/${each}`,
    })),
  };
  const wanted: WantedRelease = {
    id: sha256(name),
    files: [...small].map(([each, bytes]) => ({ path: each, sha256: sha256(bytes), size: bytes.length })),
    assets: images.length === 0 ? [] : [set],
  };
  const ofRelease = [...small].map(([each, bytes]): [string, Uint8Array] => [
    `releases/${wanted.id}/${each}`,
    bytes,
  ]);
  const ofImages = [...big].map(([each, bytes]): [string, Uint8Array] => [`${path}/${each}`, bytes]);
  const contents = new Map([...ofRelease, ...ofImages]);
  return { name, wanted, contents, images: imagesOf(contents), files: () => stream(small) };
}

async function* stream(files: ReadonlyMap<string, Uint8Array>): AsyncGenerator<StreamedFile> {
  for (const [path, bytes] of files) yield { path, bytes };
}

function imagesOf(contents: ReadonlyMap<string, Uint8Array>): ImageFiles {
  return {
    folder: 'memory',
    async find(path) {
      const bytes = contents.get(path);
      return bytes === undefined
        ? undefined
        : { size: bytes.length, read: (offset) => chunks(bytes.subarray(offset)) };
    },
  };
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Bytes that look random, the same for the same name. */
export function bytesFor(name: string, length: number): Uint8Array {
  const key = createHash('sha256').update(name).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}
