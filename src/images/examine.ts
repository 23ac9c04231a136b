import { createHash } from 'node:crypto';
import type { ImageFile, ImageFiles } from '../ports/imageFiles.ts';
import type { Signatures, SignatureVerdict } from '../ports/signatures.ts';
import { signatureSuffix } from '../shared/imageLayout.ts';

/** What a file turned out to be. */
export interface Examined {
  readonly sha256: string;
  readonly size: number;
  /** Undefined where no signature was checked. */
  readonly verdict: SignatureVerdict | undefined;
}

/** Reads a file from its beginning to its end, and checks it. */
export async function examine(
  file: ImageFile,
  signature: Uint8Array | undefined,
  { keys, signatures }: { readonly keys: readonly string[]; readonly signatures: Signatures },
  onBytes: (bytes: number) => void = () => {},
): Promise<Examined> {
  const hash = createHash('sha256');
  const checked = signature !== undefined && keys.length > 0;
  const check = checked ? await signatures.start(keys, signature) : undefined;
  let size = 0;
  try {
    for await (const chunk of file.read(0)) {
      size += chunk.length;
      hash.update(chunk);
      await check?.write(chunk);
      onBytes(chunk.length);
    }
    return { sha256: hash.digest('hex'), size, verdict: await check?.end() };
  } finally {
    check?.cancel();
  }
}

/** The signature that lies beside a file, if there is one. */
export async function storedSignature(cache: ImageFiles, path: string): Promise<Uint8Array | undefined> {
  const file = await cache.find(path + signatureSuffix);
  if (file === undefined || file.size > 64 * 1024) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(0)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
