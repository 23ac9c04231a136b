import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'vitest';
import type { LockHandle, Storage, StreamedFile, Survey } from '../../../../src/ports/storage.ts';
import { sha256 } from '../../../../src/shared/digest.ts';

/** A storage to try, and where it lies on this machine. */
export interface Place {
  readonly storage: Storage;
  /** The root folder; not there at first. */
  readonly root: string;
  /** Opens one more storage on the same root, as another run would. `close` closes it too. */
  another(): Promise<Storage>;
  close(): Promise<void>;
}

export type OpenPlace = () => Promise<Place>;

/** A test in a place of its own. */
export function inPlace(open: OpenPlace, name: string, body: (place: Place) => Promise<void>): void {
  test(name, async () => {
    const place = await open();
    try {
      await body(place);
    } finally {
      await place.close();
    }
  });
}

/** A test in a place whose lock is taken. */
export function locked(
  open: OpenPlace,
  name: string,
  body: (place: Place, handle: LockHandle) => Promise<void>,
): void {
  inPlace(open, name, async (place) => body(place, await takeLock(place.storage)));
}

let tokens = 0;

/** A handle that nobody else has. */
export function newHandle(number: number): LockHandle {
  tokens += 1;
  return { number, token: sha256(`${process.pid} ${tokens}`).slice(0, 32) };
}

/** One line that says who has the lock: its token is a word of it. */
export function ownerOf({ token }: LockHandle): string {
  const record = `pilotlight-owner 1 ${token} deploy louis%40laptop - laptop ${process.pid} 1700000000`;
  return `${record} ${sha256(record)}\n`;
}

/** Takes the lock with a number. */
export async function takeLock(storage: Storage, number = 1): Promise<LockHandle> {
  const handle = newHandle(number);
  if (!(await storage.lock(handle, ownerOf(handle)))) throw new Error(`lock ${number} was not got`);
  return handle;
}

export const releaseId = sha256('a release');
export const release = `releases/${releaseId}`;
export const imageSet = 'images/coreos/44.20260707.3.1/x86_64';
export const k3sSet = 'k3s/v1.35.2+k3s1';

/** Path of an upload. */
export function part(content: string | Uint8Array): string {
  return `incoming/${sha256(content)}.part`;
}

/** A survey that knows nothing yet. */
export function ask(storage: Storage): Promise<Survey> {
  return storage.survey({});
}

/** Files as a stream. */
export async function* stream(
  files: Readonly<Record<string, string | Uint8Array>>,
): AsyncIterable<StreamedFile> {
  for (const [path, content] of Object.entries(files)) {
    yield { path, bytes: typeof content === 'string' ? Buffer.from(content) : content };
  }
}

/** Bytes from an offset on, in chunks, for an upload. */
export function source(bytes: Uint8Array, chunk = 64 * 1024): (offset: number) => AsyncIterable<Uint8Array> {
  return async function* chunks(offset) {
    for (let at = offset; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
}

/** Bytes that do not repeat soon. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 2463534242;
  for (let index = 0; index < length; index++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[index] = state & 255;
  }
  return bytes;
}

/** Puts a file below the root, past the storage. */
export async function plant(root: string, path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

/** Every file below the root with a digest of its content, every folder with `/`; but for locks, whose signs of life change. */
export async function snapshot(root: string): Promise<readonly string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const lines = found
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ path }) => !path.startsWith(join(root, 'state', 'lock.')))
    .map(async ({ entry, path }) => {
      const shown = path.slice(root.length + 1);
      return entry.isDirectory() ? `${shown}/` : `${shown} ${sha256(await readFile(path))}`;
    });
  return (await Promise.all(lines)).sort();
}
