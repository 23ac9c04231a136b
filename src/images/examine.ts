import { createHash } from 'node:crypto';
import type { ImageFile } from '../ports/imageFiles.ts';
import type { Signatures, SignatureVerdict } from '../ports/signatures.ts';
import { sha256 } from '../shared/digest.ts';
import { longestSignature, signatureSuffix } from '../shared/imageLayout.ts';
import type { PinnedFile } from './files.ts';

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

/** Finds a file by its path. */
export type FindFile = (path: string) => Promise<ImageFile | undefined>;

/** The signature that lies beside a file, if there is one, and it is the one that the image lock pins, where it pins one. */
export async function signatureBeside(
  find: FindFile,
  path: string,
  { signatureSha256 }: PinnedFile,
): Promise<Uint8Array | undefined> {
  const file = await find(path + signatureSuffix);
  if (file === undefined || file.size > longestSignature) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(0)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return signatureSha256 === undefined || sha256(bytes) === signatureSha256 ? bytes : undefined;
}
