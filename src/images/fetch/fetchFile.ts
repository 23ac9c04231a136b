import { type Download, DownloadError } from '../../ports/downloads.ts';
import type { ImagePart } from '../../ports/imageCache.ts';
import { Failure } from '../../shared/failure.ts';
import type { PinnedFile } from '../files.ts';
import { retrying } from '../retry.ts';
import { fetchSignature, keepSignature } from './fetchSignature.ts';
import { type Passage, startPassage } from './passage.ts';
import { differentSize, wrongHash, wrongSignature } from './refusals.ts';
import type { FetchTools } from './tools.ts';

/** Where a file that is there came from, and whose signature it has. */
export interface FetchedFile {
  /** Bytes that came over the network. */
  readonly downloaded: number;
  readonly signedBy?: string | undefined;
}

/** Tells how many bytes of a file are there, and how many it has where that is known. */
export type OnBytes = (done: number, total: number | undefined) => void;

/**
 * Fetches a file into the cache. It gets its name only when its hash is that of the lock, and its signature that of a key that counts,
 * where there are keys. Throws a {@link Failure}; what came so far is then kept, unless it is wrong.
 */
export async function fetchFile(file: PinnedFile, tools: FetchTools, onBytes: OnBytes): Promise<FetchedFile> {
  const signature = await fetchSignature(file, tools);
  const part = await tools.cache.part(file.sha256);
  let settled = false;
  try {
    const resumed = part.size > 0;
    let passed = await receive(file, part, signature, tools, onBytes);
    // What an earlier run left may have been damaged by a power cut: one try from the start.
    if (passed.sha256 !== file.sha256 && resumed && !passed.anew) {
      await part.restart(undefined);
      const again = await receive(file, part, signature, tools, onBytes);
      passed = { ...again, downloaded: passed.downloaded + again.downloaded };
    }
    if (passed.sha256 !== file.sha256) {
      settled = true;
      await part.discard();
      throw wrongHash(file, tools.mirrored(file.url), passed.sha256);
    }
    if (passed.verdict?.valid === false) {
      settled = true;
      await part.discard();
      throw wrongSignature(file, passed.verdict.problem);
    }
    const signedBy = passed.verdict?.fingerprint;
    settled = true;
    await part.settle(file.path, { sha256: file.sha256, signedBy });
    if (signature !== undefined) await keepSignature(file, signature, tools);
    return { downloaded: passed.downloaded, signedBy };
  } finally {
    if (!settled) await part.leave();
  }
}

type Received = Awaited<ReturnType<Passage['end']>> & {
  readonly downloaded: number;
  /** Whether all of it came in one go, from its beginning. */
  readonly anew: boolean;
};

/** Brings all bytes of a file into its part, and hashes them as they pass. */
async function receive(
  file: PinnedFile,
  part: ImagePart,
  signature: Uint8Array | undefined,
  tools: FetchTools,
  onBytes: OnBytes,
): Promise<Received> {
  let passage = await startPassage(signature, tools);
  let downloaded = 0;
  let anew = part.size === 0;
  try {
    await reread();
    await retrying(async (progressed) => {
      tools.signal?.throwIfAborted();
      if (file.size !== undefined && part.size === file.size) return;
      const download = await open();
      const total = totalOf(download);
      if (download.offset < part.size || part.size === 0) await startAnew(download);
      for await (const chunk of download.body) {
        if (total !== undefined && part.size + chunk.length > total) {
          throw differentSize(file, part.size + chunk.length);
        }
        progressed();
        downloaded += chunk.length;
        await Promise.all([passage.write(chunk), part.write(chunk)]);
        onBytes(part.size, total);
      }
      if (total !== undefined && part.size < total) {
        throw new DownloadError(`${file.url} ended early`, { passing: true });
      }
    }, tools).catch((error: unknown) => {
      throw explained(error);
    });
    return { ...(await passage.end()), downloaded, anew };
  } catch (error) {
    passage.cancel();
    throw error;
  }

  /** What an earlier run left behind passes too, as if it came now. */
  async function reread(): Promise<void> {
    if (file.size !== undefined && part.size > file.size) await part.restart(undefined);
    if (part.size === 0) return;
    for await (const chunk of part.read()) await passage.write(chunk);
    onBytes(part.size, file.size);
  }

  async function open(): Promise<Download> {
    const url = tools.mirrored(file.url);
    const { size: offset, validator } = part;
    try {
      return await tools.downloads.open({ url, offset, validator, signal: tools.signal });
    } catch (error) {
      // There is no such part: what is here is of another file.
      if (!(error instanceof DownloadError) || error.status !== 416 || offset === 0) throw error;
      return tools.downloads.open({ url, signal: tools.signal });
    }
  }

  function totalOf({ size }: Download): number | undefined {
    if (size !== undefined && file.size !== undefined && size !== file.size) throw differentSize(file, size);
    return file.size ?? size;
  }

  async function startAnew({ validator }: Download): Promise<void> {
    if (part.size > 0) {
      passage.cancel();
      passage = await startPassage(signature, tools);
      anew = true;
    }
    await part.restart(validator);
  }

  function explained(error: unknown): unknown {
    if (!(error instanceof DownloadError)) return error;
    return new Failure('world', `${file.path} does not arrive: ${error.message}`, {
      next: error.passing
        ? 'what came so far is kept: the same command goes on from there'
        : 'pilotlight images lock finds where files are now',
    });
  }
}
