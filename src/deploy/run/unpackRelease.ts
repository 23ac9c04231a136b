import type { StreamedFile } from '../../ports/storage.ts';
import { type Digest, sha256 } from '../../shared/digest.ts';
import { Failure } from '../../shared/failure.ts';
import type { FileRecord } from '../../shared/fileTree.ts';
import { releasePath } from '../paths.ts';
import type { WantedRelease } from '../plan/wanted.ts';
import { sealText } from '../seal.ts';
import { attempt } from './attempt.ts';
import type { MeterItem } from './meter.ts';
import type { OpenFiles } from './request.ts';
import type { Uploading } from './uploading.ts';

/** Brings the files of a release to the storage in one stream, verifies them, and seals the release. Files that are right are not sent. */
export async function unpackRelease(
  uploading: Uploading,
  wanted: WantedRelease,
  files: OpenFiles,
): Promise<void> {
  const { run, state, sent, verified } = uploading;
  const { tools, handle } = run;
  const path = releasePath(wanted.id);
  const bytes = bytesOf(wanted.files);
  const expected = new Map(wanted.files.map((file) => [file.path, file.sha256]));
  const check = () => tools.storage.mismatches(path, expected, signalOf(tools));
  const sending = sent.item(path, bytes);
  let wrong: readonly string[] = [...expected.keys()];
  if (state.folders.some((folder) => folder.path === path)) wrong = await attempt(tools, check);
  // A second time for what came out wrong: a disk that does that twice is broken.
  for (let round = 0; wrong.length > 0; round += 1) {
    if (round === 2) throw brokenDisk(path, wrong);
    await send(uploading, path, pick(wanted.files, wrong), files, sending);
    wrong = await attempt(tools, check);
  }
  sending.end();
  verified.item(path, bytes).end();
  const seal = sealText({
    kind: 'release',
    path,
    content: wanted.id,
    files: wanted.files.length,
    bytes,
    sequence: state.pointer?.sequence ?? 0,
    assets: wanted.assets.map((set) => set.path),
  });
  await attempt(tools, () => tools.storage.seal(handle, path, seal));
}

async function send(
  { run: { tools, handle }, sent }: Uploading,
  folder: string,
  wrong: ReadonlyMap<string, Digest>,
  files: OpenFiles,
  item: MeterItem,
): Promise<void> {
  await attempt(tools, () => {
    item.at(0);
    const options = { ...signalOf(tools), onBytes: item.add };
    return sent.timed(() => tools.storage.unpack(handle, folder, chosen(files(), wrong), options));
  });
}

/** Of the files on this machine those that are wanted, while they are what the release says. */
async function* chosen(
  files: AsyncIterable<StreamedFile>,
  wanted: ReadonlyMap<string, Digest>,
): AsyncIterable<StreamedFile> {
  const left = new Map(wanted);
  for await (const file of files) {
    const digest = left.get(file.path);
    if (digest === undefined) continue;
    if (sha256(file.bytes) !== digest) throw changedHere(`${file.path} is not what its manifest says`);
    left.delete(file.path);
    yield file;
  }
  const [missing] = left.keys();
  if (missing !== undefined) throw changedHere(`${missing} is missing`);
}

function pick(files: readonly FileRecord[], paths: readonly string[]): ReadonlyMap<string, Digest> {
  const picked = new Set(paths);
  return new Map(
    files.filter(({ path }) => picked.has(path)).map(({ path, sha256: digest }) => [path, digest]),
  );
}

function bytesOf(files: readonly FileRecord[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}

function signalOf({ signal }: { readonly signal?: AbortSignal }): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function changedHere(what: string): Failure {
  return new Failure('refused', `the release on this machine changed: ${what}`, {
    next: 'build or download the release again, and deploy that',
  });
}

function brokenDisk(folder: string, [first = '', ...others]: readonly string[]): Failure {
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return new Failure('world', `${folder}/${first}${more} came out wrong twice`, {
    next: 'check the disk of the storage (its cable, its file system), and run the same command again',
  });
}
