import { DownloadError } from '../../ports/downloads.ts';
import { sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import { longestSignature, signatureSuffix } from '../../shared/imageLayout.ts';
import type { PinnedFile } from '../files.ts';
import { retrying } from '../retry.ts';
import type { FetchTools } from './tools.ts';

/**
 * The signature of a file that is fetched. Undefined where there is none, and where there are no keys and it does not come: then nothing is
 * lost. Throws a {@link Failure}.
 */
export async function fetchSignature(file: PinnedFile, tools: FetchTools): Promise<Uint8Array | undefined> {
  const { signature } = file;
  if (signature === undefined) return undefined;
  try {
    return await retrying(() => readSignature(file, signature, tools), tools);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    if (tools.keys.length === 0) return undefined;
    throw new Failure('world', `the signature of ${file.path} does not arrive: ${error.message}`, {
      next: 'without it the file is not used; images.keys in site.yaml says whose signatures count',
    });
  }
}

/** The signature of a file that is there already; undefined where it does not come. It is asked for once: its hash was verified. */
export async function askForSignature(file: PinnedFile, tools: FetchTools): Promise<Uint8Array | undefined> {
  const { signature } = file;
  if (signature === undefined) return undefined;
  try {
    return await readSignature(file, signature, tools);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    return undefined;
  }
}

async function readSignature(
  { path, signatureSha256 }: PinnedFile,
  url: string,
  { downloads, mirrored, signal }: FetchTools,
): Promise<Uint8Array> {
  const from = mirrored(url);
  const bytes = await downloads.read(from, longestSignature, signal);
  if (signatureSha256 === undefined || sha256(bytes) === signatureSha256) return bytes;
  throw new Failure('refused', `${from} is another signature than the image lock pins for ${path}`, {
    next: 'look at the mirror, or run pilotlight images lock and read the diff',
  });
}

/** Keeps a signature beside its file. One that is pinned is a file of its own, and gets there as such. */
export async function keepSignature(
  { path, signatureSha256 }: PinnedFile,
  signature: Uint8Array,
  { cache }: Pick<FetchTools, 'cache'>,
): Promise<void> {
  if (signatureSha256 === undefined) await cache.write(path + signatureSuffix, signature);
}
