import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../../shared/failure.ts';

const run = promisify(execFile);

/**
 * An inventory from a pull request may hold what looks like a bare repository, with a configuration that names
 * programs to run: Git is told to use none that it finds so, and no monitor of the file system either.
 */
const distrust = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false'];

/** A file of a Git tree. */
export interface GitFile {
  /** Path relative to the folder asked for. */
  readonly path: string;
  readonly object: string;
  readonly executable: boolean;
  readonly symlink: boolean;
}

/**
 * The files below a folder as a commit has them. Throws a {@link Failure} where Git, the repository or the commit
 * is missing. A revision that begins with `-` would be an option, so it is refused.
 */
export async function listCommit(folder: string, revision: string): Promise<GitFile[]> {
  if (revision.startsWith('-')) throw noCommit(revision, folder);
  const commit = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]).catch((error: unknown) => {
    throw error instanceof Failure ? error : noCommit(revision, folder);
  });
  const listing = await git(folder, ['ls-tree', '-r', '-z', commit.trim()]);
  return listing.split('\0').flatMap((line) => {
    const match = /^(\d{6}) (\w+) ([0-9a-f]+)\t(.+)$/s.exec(line);
    if (match === null || match[2] !== 'blob') return [];
    const [, mode = '', , object = '', path = ''] = match;
    return [{ path, object, executable: mode === '100755', symlink: mode === '120000' }];
  });
}

/** The contents of some objects, in order, through one `git cat-file --batch`. */
export async function readObjects(folder: string, objects: readonly string[]): Promise<Uint8Array[]> {
  const child = spawn('git', [...distrust, '-C', folder, 'cat-file', '--batch'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  child.stdin.end(objects.map((object) => `${object}\n`).join(''));
  await ended;
  return splitBatch(Buffer.concat(chunks), objects.length);
}

/** Takes apart what `cat-file --batch` prints: `<object> blob <size>`, the bytes, a line break, and so on. */
function splitBatch(output: Buffer, count: number): Uint8Array[] {
  const contents: Uint8Array[] = [];
  let at = 0;
  while (contents.length < count) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString('latin1', at, end).split(' ')[2]);
    if (end < 0 || Number.isNaN(size)) throw new Failure('world', 'git cat-file did not answer as expected');
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

/** The commit that is checked out, or undefined where there is no repository, no Git, or anything in the folder was changed since. */
export async function headCommit(folder: string): Promise<string | undefined> {
  try {
    const changes = await git(folder, ['status', '--porcelain', '--', '.']);
    return changes === '' ? (await git(folder, ['rev-parse', 'HEAD'])).trim() : undefined;
  } catch {
    return undefined;
  }
}

/** What Git prints in a folder. Throws a {@link Failure} where Git is missing, and its own error where it fails. */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', [...distrust, '-C', folder, ...args], {
      maxBuffer: 256 * 1024 * 1024,
      encoding: 'utf8',
    });
    return stdout;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') {
      throw new Failure('world', 'git is not installed, or the folder is not there', { cause: error });
    }
    throw error;
  }
}

function noCommit(revision: string, folder: string): Failure {
  return new Failure(
    'usage',
    `${JSON.stringify(revision)} is neither a release nor a commit of the repository that holds ${folder}`,
    {
      next: 'give a folder with a manifest.json, or a branch, tag or commit; in a shallow checkout fetch it first',
    },
  );
}
