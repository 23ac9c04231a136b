import { createHash } from 'node:crypto';
import type { ImageFile } from '../ports/imageFiles.ts';
import { signatureSuffix } from '../shared/imageLayout.ts';
import type { PinnedFile } from './files.ts';
import { type Presence, present } from './present.ts';

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
    if ((await present(file, presence)) !== undefined) imported.push({ path, outcome: 'there', bytes: 0 });
    else imported.push(await importFile(file, folder, presence));
  }
  return imported;
}

async function importFile(file: PinnedFile, folder: ImportFolder, presence: Presence): Promise<ImportedFile> {
  const { path } = file;
  let problem: string | undefined;
  for (const from of candidates(path, folder.paths)) {
    const found = await folder.open(from);
    if (found === undefined) continue;
    if (file.size !== undefined && found.size !== file.size) {
      problem = `${from} has ${found.size} bytes, and the image lock says ${file.size}`;
      continue;
    }
    const copied = await copy(file, found, await signatureBeside(folder, from), presence);
    if (copied === undefined) return { path, outcome: 'imported', bytes: found.size, from };
    problem = `${from}: ${copied}`;
  }
  return problem === undefined
    ? { path, outcome: 'missing', bytes: 0 }
    : { path, outcome: 'different', bytes: 0, problem };
}

/** The same path first, then the same name elsewhere. */
function candidates(path: string, paths: readonly string[]): string[] {
  const name = path.slice(path.lastIndexOf('/'));
  const same = paths.filter((each) => each === path || each.endsWith(`/${path}`));
  return [...same, ...paths.filter((each) => !same.includes(each) && `/${each}`.endsWith(name))];
}

async function signatureBeside(folder: ImportFolder, path: string): Promise<Uint8Array | undefined> {
  const file = await folder.open(path + signatureSuffix);
  if (file === undefined || file.size > 64 * 1024) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(0)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Copies a file while it is checked; answers what is wrong with it. */
async function copy(
  file: PinnedFile,
  source: ImageFile,
  signature: Uint8Array | undefined,
  { cache, keys, signatures }: Presence,
): Promise<string | undefined> {
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
    await part.settle(file.path, { sha256: file.sha256, signedBy: verdict?.fingerprint });
    if (signature !== undefined) await cache.write(file.path + signatureSuffix, signature);
    return undefined;
  } finally {
    check?.cancel();
    if (!settled) await part.discard();
  }
}
