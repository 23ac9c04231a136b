import { mkdir, readdir, readFile, rename, rm, rmdir, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CachedFile, ImageCache, ImagePart } from '../../ports/imageCache.ts';
import type { Digest } from '../../shared/digest.ts';
import { imageFolders, isImagePath, proofSuffix, signatureSuffix } from '../../shared/imageLayout.ts';
import { incomingFolder } from '../../shared/storageLayout.ts';
import { localFile } from './folder.ts';
import { openPart, tagSuffix } from './part.ts';
import { isLeftBehind, newPartName, parsePartName } from './partName.ts';
import { readProof, writeProof } from './proof.ts';
import { cannotWrite } from './writeFailure.ts';

/** A folder of this machine as a cache of image files. It is made with the first file. */
export function imageCache(root: string): ImageCache {
  return {
    folder: root,
    find: async (path) => (isImagePath(path) ? localFile(join(root, path)) : undefined),
    proof: (path) => readProof(join(root, path)),
    prove: async (path, proof) => {
      try {
        const file = join(root, path);
        await writeProof(file, await stat(file), proof);
      } catch (error) {
        throw cannotWrite(join(root, path + proofSuffix), error);
      }
    },
    part: (sha256) => startPart(root, sha256),
    write: (path, bytes) => writeWhole(root, path, bytes),
    list: () => list(root),
    remove: (path) => remove(root, path),
    free: () => free(root),
  };
}

async function startPart(root: string, sha256: Digest): Promise<ImagePart> {
  const incoming = join(root, incomingFolder);
  const idle = join(incoming, `${sha256}.part`);
  const file = join(incoming, newPartName(sha256));
  try {
    await mkdir(incoming, { recursive: true });
    const validator = await adopt(incoming, sha256, file);
    return await openPart({ root, file, idle, validator });
  } catch (error) {
    throw cannotWrite(incoming, error);
  }
}

/** Takes over what another run left behind, if anything; answers the ETag that it came with. */
async function adopt(incoming: string, sha256: Digest, file: string): Promise<string | undefined> {
  for (const name of await readdir(incoming)) {
    if (name !== `${sha256}.part` && !(name.startsWith(sha256) && (await isAbandoned(incoming, name))))
      continue;
    const old = join(incoming, name);
    try {
      // Of several runs, one gets it.
      await rename(old, file);
    } catch {
      continue;
    }
    const validator = await readFile(old + tagSuffix, 'latin1').catch(() => undefined);
    await rename(old + tagSuffix, file + tagSuffix).catch(() => {});
    return validator;
  }
  return undefined;
}

async function isAbandoned(incoming: string, name: string): Promise<boolean> {
  const parsed = parsePartName(name);
  if (parsed === undefined) return false;
  const found = await stat(join(incoming, name)).catch(() => undefined);
  return found !== undefined && isLeftBehind(parsed, found.mtimeMs, Date.now());
}

async function writeWhole(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  const draft = `${target}.${process.pid}.new`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw cannotWrite(target, error);
  }
}

async function list(root: string): Promise<{ files: CachedFile[]; abandoned: CachedFile[] }> {
  const files: CachedFile[] = [];
  const abandoned: CachedFile[] = [];
  for (const folder of imageFolders) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    )) {
      if (!entry.isFile()) continue;
      const absolute = join(entry.parentPath, entry.name);
      const path = absolute.slice(join(root, '/').length).split('\\').join('/');
      const { size } = await stat(absolute);
      if (folder === incomingFolder) {
        const idle = /^[0-9a-f]{64}\.part$/.test(entry.name);
        if (idle || (await isAbandoned(entry.parentPath, entry.name))) abandoned.push({ path, size });
      } else if (isImagePath(path) && !isBeside(path)) files.push({ path, size });
    }
  }
  const byPath = (a: CachedFile, b: CachedFile): number => (a.path < b.path ? -1 : 1);
  return { files: files.sort(byPath), abandoned: abandoned.sort(byPath) };
}

function isBeside(path: string): boolean {
  return path.endsWith(proofSuffix) || path.endsWith(signatureSuffix);
}

async function remove(root: string, path: string): Promise<void> {
  const file = join(root, path);
  const signature = file + signatureSuffix;
  try {
    for (const each of [file, file + proofSuffix, file + tagSuffix, signature, signature + proofSuffix]) {
      await rm(each, { force: true });
    }
  } catch (error) {
    throw cannotWrite(file, error);
  }
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder));
    } catch {
      return;
    }
  }
}

async function free(root: string): Promise<number | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    try {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    } catch {
      if (folder === dirname(folder)) return undefined;
    }
  }
}
