import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import type { ReleaseFolders, ReleaseReader, ReleaseWriter } from '../../ports/releaseFolder.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import { compareText } from '../../shared/finding.ts';
import type { Digest } from '../../shared/digest.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';

/** Releases in folders of this machine. */
export const releaseFolders: ReleaseFolders = {
  begin,
  open,
  temporaryFolder: () => mkdtemp(join(tmpdir(), 'pilotlight-')),
  removeTemporary: (folder) => rm(folder, { recursive: true, force: true }),
};

async function begin(folder: string): Promise<ReleaseWriter> {
  const releases = join(folder, 'releases');
  const incoming = await inWords(`cannot write below ${folder}`, async () => {
    await mkdir(releases, { recursive: true });
    return mkdtemp(join(releases, '.incoming-'));
  });
  const made = new Set<string>();

  /** Writes at once: thousands of small files are faster that way than through the thread pool. */
  function write(file: RenderedFile): void {
    const path = join(incoming, file.path);
    try {
      if (!made.has(dirname(path))) {
        mkdirSync(dirname(path), { recursive: true });
        made.add(dirname(path));
      }
      writeFileSync(path, file.text);
    } catch (error) {
      throw writeFailure(`cannot write ${path}`, error);
    }
  }

  const discard = () => rm(incoming, { recursive: true, force: true });

  async function publish(id: Digest): Promise<string> {
    const target = join(releases, id);
    if (await isFolder(target)) {
      await discard();
      return target;
    }
    await inWords(`cannot name the release ${target}`, () => rename(incoming, target));
    return target;
  }

  async function moveTo(target: string): Promise<void> {
    await refuseToReplace(target);
    await inWords(`cannot write ${target}`, async () => {
      await mkdir(dirname(target), { recursive: true });
      await rm(target, { recursive: true, force: true });
      await rename(incoming, target).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EXDEV') throw error;
        return cp(incoming, target, { recursive: true });
      });
    });
    await discard();
  }

  return { write, publish, moveTo, discard };
}

/** What is neither empty nor a release may be somebody's work. */
async function refuseToReplace(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length === 0 || names.includes('manifest.json')) return;
  throw new Failure('refused', `${folder} holds other files than a release, so it was left as it is`, {
    next: 'name an empty folder, or one that does not exist yet',
  });
}

async function open(path: string): Promise<ReleaseReader | undefined> {
  if (basename(path) === 'manifest.json' && (await exists(path))) return reader(dirname(path));
  if (await exists(join(path, 'manifest.json'))) return reader(path);
  const releases = join(path, 'releases');
  if (!(await isFolder(releases))) return undefined;
  const names = (await readdir(releases)).filter((name) => !name.startsWith('.')).sort(compareText);
  if (names.length === 1 && names[0] !== undefined) return reader(join(releases, names[0]));
  throw new Failure('usage', `${releases} holds ${names.length} releases`, {
    next:
      names.length === 0
        ? 'publish one first'
        : `name one of them, for example ${join(releases, names[0] ?? '')}`,
  });
}

function reader(folder: string): ReleaseReader {
  return {
    read: async (path) => {
      try {
        return await readFile(join(folder, path), 'utf8');
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return undefined;
        throw new Failure('world', `cannot read ${join(folder, path)}: ${explainSystemError(error)}`);
      }
    },
    list: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => !entry.isDirectory())
        .map((entry) => posix.join(...entry.parentPath.slice(folder.length).split(/[\\/]/), entry.name))
        .sort(compareText);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function inWords<T>(what: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw writeFailure(what, error);
  }
}

function writeFailure(what: string, error: unknown): Failure {
  return new Failure('world', `${what}: ${explainSystemError(error)}`, {
    next: 'no release was published; mend that and run the same command again',
    cause: error,
  });
}
