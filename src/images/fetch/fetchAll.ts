import { Failure } from '../../shared/failure.ts';
import { signatureSuffix } from '../../shared/imageLayout.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { coreosFolder } from '../../shared/storageLayout.ts';
import type { PinnedFile } from '../files.ts';
import { present } from '../present.ts';
import { fetchFile } from './fetchFile.ts';
import { fetchProgress, type OnProgress } from './progress.ts';
import { signLater } from './signLater.ts';
import type { FetchTools } from './tools.ts';

/** What became of a file. */
export interface FileOutcome {
  readonly path: string;
  readonly outcome: 'there' | 'fetched' | 'failed';
  /** Bytes that came over the network. */
  readonly downloaded: number;
  /** `none`: nobody publishes one. */
  readonly signature: 'valid' | 'unchecked' | 'none';
  /** Fingerprint of the key. */
  readonly signedBy?: string | undefined;
  /** Why there is no such file now. */
  readonly failure?: Failure;
}

export interface FetchSettings {
  /** Files that are fetched at a time. */
  readonly parallel: number;
  /** Whether a Fedora CoreOS file without a signature that counts is a failure. */
  readonly requireSignatures: boolean;
  readonly onProgress?: OnProgress | undefined;
}

/** Fetches what is not there yet. One file that fails does not stop the others. Throws a {@link Failure} where none can work. */
export async function fetchAll(
  files: readonly PinnedFile[],
  tools: FetchTools,
  settings: FetchSettings,
): Promise<FileOutcome[]> {
  const { cache, keys } = tools;
  if (settings.requireSignatures && keys.length === 0 && files.some(isCoreos)) throw noKeys();
  const known = await inParallel(files, settings.parallel, async (file) => ({
    file,
    proof: await present(file, tools),
  }));
  await requireSpace(
    known.flatMap(({ file, proof }) => (proof === undefined ? file : [])),
    tools,
  );
  const progress = fetchProgress(files, settings.onProgress);
  return inParallel(known, settings.parallel, async ({ file, proof }) => {
    if (settings.requireSignatures && isCoreos(file) && file.signature === undefined) {
      return failed(file, unsigned(file));
    }
    try {
      if (proof !== undefined) {
        const { signedBy } = await signLater(file, proof, tools);
        if (settings.requireSignatures && isCoreos(file) && signedBy === undefined) {
          return failed(file, uncheckable(file));
        }
        progress.there(file);
        return outcomeOf(file, 'there', { downloaded: 0, signedBy }, keys);
      }
      const fetched = await fetchFile(file, tools, progress.onBytes(file));
      return outcomeOf(file, 'fetched', fetched, keys);
    } catch (error) {
      tools.signal?.throwIfAborted();
      if (error instanceof Failure) return failed(file, error);
      throw error;
    }
  });

  async function requireSpace(missing: readonly PinnedFile[], { cache: into }: FetchTools): Promise<void> {
    const parts = missing.length === 0 ? [] : (await into.list()).abandoned;
    const halves = parts.reduce((sum, { size }) => sum + size, 0);
    const wanted = missing.reduce((sum, { size = 0 }) => sum + size, 0) - halves;
    const free = await into.free();
    if (free === undefined || wanted <= free) return;
    throw new Failure(
      'world',
      `${cache.folder} has room for ${free} bytes, and ${wanted} bytes are to be fetched`,
      { next: 'make room (pilotlight images prune), or name another folder with --images' },
    );
  }
}

/** Whether a file is one that Fedora signs: a signature itself is not. */
function isCoreos({ path }: PinnedFile): boolean {
  return path.startsWith(`${coreosFolder}/`) && !path.endsWith(signatureSuffix);
}

function outcomeOf(
  { path, signature }: PinnedFile,
  outcome: 'there' | 'fetched',
  { downloaded, signedBy }: { readonly downloaded: number; readonly signedBy?: string | undefined },
  keys: readonly string[],
): FileOutcome {
  const checked = signedBy !== undefined && keys.length > 0;
  const unchecked = signature === undefined ? 'none' : 'unchecked';
  return { path, outcome, downloaded, signature: checked ? 'valid' : unchecked, signedBy };
}

function failed({ path, signature }: PinnedFile, failure: Failure): FileOutcome {
  const unchecked = signature === undefined ? 'none' : 'unchecked';
  return { path, outcome: 'failed', downloaded: 0, signature: unchecked, failure };
}

function noKeys(): Failure {
  return new Failure(
    'refused',
    'signatures are required, and there is no key that they could be checked with',
    {
      next: 'remove the empty images.keys from site.yaml (Fedora’s own keys then count), or name keys there',
    },
  );
}

function unsigned({ path }: PinnedFile): Failure {
  return new Failure('refused', `the image lock names no signature for ${path}`, {
    next: 'pilotlight images lock writes the signatures that Fedora publishes',
  });
}

function uncheckable({ path }: PinnedFile): Failure {
  return new Failure('refused', `the signature of ${path} does not come, and is not there`, {
    next: 'the file has the hash of the image lock; without --require-signatures that is enough',
  });
}
