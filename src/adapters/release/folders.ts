import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import type { ReleaseFolders, ReleaseReader, ReleaseWriter } from '../../ports/releaseFolder.ts';
import type { Digest } from '../../shared/digest.ts';
import { explainSystemError, Failure } from '../../shared/failure.ts';
import type { RenderedFile } from '../../shared/fileTree.ts';
import { compareText } from '../../shared/finding.ts';
import { isSameRelease } from './sameRelease.ts';

/** Releases in folders of this machine. */
export const releaseFolders: ReleaseFolders = {
  begin,
  open,
  temporaryFolder: async () => track(await mkdtemp(join(tmpdir(), 'pilotlight-'))),
  removeTemporary: remove,
};

/** Folders that nobody will want when this process ends now. */
const unfinished = new Set<string>();

function track(folder: string): string {
  unfinished.add(folder);
  return folder;
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  unfinished.delete(folder);
}

/** Removes what is half written, at once: for the front doors, when a signal ends the process. */
export function removeUnfinished(): void {
  for (const folder of unfinished) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // What cannot be removed stays; its name says that it is no release.
    }
  }
}

async function begin(folder: string): Promise<ReleaseWriter> {
  const releases = join(folder, 'releases');
  const incoming = await inWords(`cannot write below ${folder}`, async () => {
    await mkdir(releases, { recursive: true });
    return track(await mkdtemp(join(releases, '.incoming-')));
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

  const discard = () => remove(incoming);

  async function publish(id: Digest): Promise<string> {
    const target = join(releases, id);
    if (await isFolder(target)) {
      const same = await isSameRelease(target, incoming);
      await discard();
      if (same) return target;
      throw new Failure('refused', `${target} is there already, and holds other files than that release`, {
        next: 'somebody changed it, or it is broken: remove it and publish again',
      });
    }
    // From here on it is whole: a signal must not take files from it while it gets its name.
    unfinished.delete(incoming);
    await inWords(`cannot name the release ${target}`, () => rename(incoming, target));
    return target;
  }

  async function moveTo(target: string): Promise<void> {
    await refuseToReplace(target);
    await inWords(`cannot write ${target}`, async () => {
      await mkdir(target, { recursive: true });
      for (const name of await readdir(target)) await rm(join(target, name), { recursive: true });
      for (const name of await readdir(incoming)) await move(join(incoming, name), join(target, name));
    });
    await discard();
  }

  return { write, publish, moveTo, discard };
}

/** Moves a file or folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return cp(from, to, { recursive: true });
  });
}

/** What is neither empty nor a release alone may be somebody's work. */
async function refuseToReplace(target: string): Promise<void> {
  const problem = await problemOf(target);
  if (problem === undefined) return;
  throw new Failure('refused', `${target} ${problem}, so it was left as it is`, {
    next: 'name an empty folder, or one that does not exist yet',
  });
}

async function problemOf(target: string): Promise<string | undefined> {
  if (!(await exists(target))) return undefined;
  if (!(await isFolder(target))) return 'is a file';
  const present = await inWords(`cannot read ${target}`, () => reader(target).list());
  if (present.length === 0) return undefined;
  const listed = await filesOfRelease(target);
  const stranger = present.find((path) => !listed.has(path));
  return stranger === undefined ? undefined : `holds ${stranger}, which is of no release`;
}

/** What the manifest in a folder lists, the manifest itself, and what lies beside it; nothing where there is no manifest. */
async function filesOfRelease(folder: string): Promise<ReadonlySet<string>> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
      files: { path: string }[];
    };
    return new Set(['manifest.json', 'origin.json', ...manifest.files.map(({ path }) => path)]);
  } catch {
    return new Set();
  }
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
