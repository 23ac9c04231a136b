import { createHash } from 'node:crypto';
import type { ImageProof } from '../ports/imageCache.ts';
import type { ImageFile } from '../ports/imageFiles.ts';
import { signatureBeside } from './examine.ts';
import { keepSignature } from './fetch/fetchSignature.ts';
import type { PinnedFile } from './files.ts';
import { type Presence, present, wantsSignature } from './present.ts';

/** A folder that files are taken from. */
export interface ImportFolder {
  /** Its regular files by their path below it, sorted. */
  readonly paths: readonly string[];
  open(path: string): Promise<ImageFile | undefined>;
}

/** What became of a file. */
export interface ImportedFile {
  readonly path: string;
  readonly outcome: 'there' | 'imported' | 'missing' | 'different';
  /** Bytes that were copied. */
  readonly bytes: number;
  /** Where it was found, below the folder. */
  readonly from?: string;
  /** What is wrong with what was found, in words. */
  readonly problem?: string;
  /** Of what is there now; `none`: nobody publishes one. */
  readonly signature: 'valid' | 'unchecked' | 'none';
}

/** Copies what the lock pins from a folder, wherever in it a file of that name and hash is. What is not the locked file is left alone. */
export async function importFiles(
  files: readonly PinnedFile[],
  folder: ImportFolder,
  presence: Presence,
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = [];
  for (const file of files) {
    const { path } = file;
    const proof = await present(file, presence);
    const unsigned = wantsSignature(file, presence) && proof?.signedBy === undefined;
    const needs = proof === undefined ? 'file' : 'signature';
    const brought =
      proof === undefined || unsigned ? await importFile(file, folder, presence, needs) : undefined;
    // What is there stays, whatever the folder has.
    if (proof !== undefined && brought?.signature !== 'valid') {
      imported.push({ path, outcome: 'there', bytes: 0, signature: signatureState(file, proof.signedBy) });
    } else if (brought !== undefined) imported.push(brought);
  }
  return imported;
}

function signatureState({ signature }: PinnedFile, signedBy: string | undefined): ImportedFile['signature'] {
  if (signature === undefined) return 'none';
  return signedBy === undefined ? 'unchecked' : 'valid';
}

async function importFile(
  file: PinnedFile,
  folder: ImportFolder,
  presence: Presence,
  needs: 'file' | 'signature',
): Promise<ImportedFile> {
  const { path } = file;
  const nothing = { path, bytes: 0, signature: signatureState(file, undefined) };
  let problem: string | undefined;
  for (const from of candidates(path, folder.paths)) {
    const found = await folder.open(from);
    if (found === undefined) continue;
    if (file.size !== undefined && found.size !== file.size) {
      problem = `${from} has ${found.size} bytes, and the image lock says ${file.size}`;
      continue;
    }
    const signature = await signatureBeside((each) => folder.open(each), from, file);
    if (needs === 'signature' && signature === undefined) continue;
    const copied = await copy(file, found, signature, presence);
    if (typeof copied !== 'string') {
      const signed = signatureState(file, copied.signedBy);
      return { path, outcome: 'imported', bytes: found.size, from, signature: signed };
    }
    problem = `${from}: ${copied}`;
  }
  return problem === undefined
    ? { ...nothing, outcome: 'missing' }
    : { ...nothing, outcome: 'different', problem };
}

/** The same path first, then the same name elsewhere. */
function candidates(path: string, paths: readonly string[]): string[] {
  const name = path.slice(path.lastIndexOf('/'));
  const same = paths.filter((each) => each === path || each.endsWith(`/${path}`));
  return [...same, ...paths.filter((each) => !same.includes(each) && `/${each}`.endsWith(name))];
}

/** Copies a file while it is checked; answers what was made sure of it, or what is wrong with it. */
async function copy(
  file: PinnedFile,
  source: ImageFile,
  signature: Uint8Array | undefined,
  { cache, keys, signatures }: Presence,
): Promise<ImageProof | string> {
  const hash = createHash('sha256');
  const checked = signature !== undefined && file.signature !== undefined && keys.length > 0;
  const check = checked ? await signatures.start(keys, signature) : undefined;
  const part = await cache.part(file.sha256);
  let settled = false;
  try {
    await part.restart(undefined);
    for await (const chunk of source.read(0)) {
      hash.update(chunk);
      await Promise.all([check?.write(chunk), part.write(chunk)]);
    }
    const found = hash.digest('hex');
    const verdict = await check?.end();
    if (found !== file.sha256) return `it has the SHA-256 ${found}, and the image lock says ${file.sha256}`;
    if (verdict?.valid === false) return verdict.problem;
    settled = true;
    const proof = { sha256: file.sha256, signedBy: verdict?.fingerprint };
    await part.settle(file.path, proof);
    if (signature !== undefined) await keepSignature(file, signature, { cache });
    return proof;
  } finally {
    check?.cancel();
    if (!settled) await part.discard();
  }
}
