import { createHash } from 'node:crypto';
import type { ImageFile } from '../../ports/imageFiles.ts';
import { Failure } from '../../shared/failure.ts';
import { incomingFolder } from '../../shared/storageLayout.ts';
import { partPath } from '../paths.ts';
import type { AssetFile } from '../plan/wanted.ts';
import { attempt } from './attempt.ts';
import type { Uploading } from './uploading.ts';
import { verifyFile } from './verifyFile.ts';

/**
 * Brings a big file to its path: goes on from what an earlier run left, verifies the whole by its hash, and gives it its name. What an earlier
 * run left and turns out to be wrong is sent once more, from the beginning.
 */
export async function uploadFile(uploading: Uploading, file: AssetFile, path: string): Promise<void> {
  const { run, images } = uploading;
  const { tools, handle } = run;
  const image = await images.find(path);
  if (image === undefined) throw nowhere(file, path, images.folder);
  if (file.size !== undefined && file.size !== image.size) throw otherSize(file, path, images.folder, image);
  const part = partPath(file.sha256);
  let from = await attempt(tools, () => tools.storage.partSize(handle, part));
  for (;;) {
    await send(uploading, part, image, path, from);
    const name = part.slice(incomingFolder.length + 1);
    if (await verifyFile(uploading, incomingFolder, name, { ...file, size: image.size })) break;
    if (from === 0 || from > image.size)
      throw await wrongHash(image, file, path, images.folder, tools.storage.name);
    tools.onEvent?.({ stage: 'upload', subject: `${path}: what was there of it is wrong, sending it anew` });
    from = 0;
  }
  uploading.sent.item(path, image.size).end();
  await attempt(tools, () => tools.storage.settle(handle, part, path));
}

/** Sends a file from an offset on, in slices: each one is a sign of life for the lock, and is not lost when the connection breaks. */
async function send(
  uploading: Uploading,
  part: string,
  image: ImageFile,
  subject: string,
  from: number,
): Promise<void> {
  const { run, sent } = uploading;
  const { tools, handle } = run;
  const item = sent.item(subject, image.size);
  // More than the file has can only be wrong.
  let offset = from > image.size ? 0 : from;
  item.at(offset);
  // An empty file, too, needs one slice to be there at all.
  for (let slices = 0; offset < image.size || (image.size === 0 && slices === 0); slices += 1) {
    const end = Math.min(image.size, offset + sliceBytes(uploading));
    let broken = false;
    await attempt(
      tools,
      async () => {
        if (broken) offset = Math.min(end, await tools.storage.partSize(handle, part));
        broken = true;
        item.at(offset);
        const range = { offset, length: end - offset };
        const options = { ...signalOf(tools), onBytes: item.add };
        const read = (start: number) => image.read(start);
        await sent.timed(() => tools.storage.append(handle, part, range, read, options));
      },
      () => offset,
    );
    offset = end;
  }
}

/** About ten seconds of the rate that was measured. */
function sliceBytes({ sent, state }: Uploading): number {
  const rate = sent.seconds >= 1 ? sent.sentBytes / sent.seconds : (state.rate ?? 0);
  return Math.max(smallestSlice, Math.round(rate * 10));
}

const smallestSlice = 16 * 1024 * 1024;

function signalOf({ signal }: { readonly signal?: AbortSignal }): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function nowhere({ url, sha256 }: AssetFile, path: string, folder: string): Failure {
  return new Failure('world', `${path} is neither on the storage nor in ${folder}`, {
    next: `download ${url} (SHA-256 ${sha256}) to ${folder}/${path}, and run the same command again`,
  });
}

function otherSize({ size, url }: AssetFile, path: string, folder: string, image: ImageFile): Failure {
  const message = `${folder}/${path} has ${image.size} bytes, and the image lock says ${size}`;
  return new Failure('world', message, { next: `download ${url} again, and run the same command again` });
}

/** Which side is wrong: the file on this machine, or what the storage made of it. */
async function wrongHash(
  image: ImageFile,
  { sha256, url }: AssetFile,
  path: string,
  folder: string,
  storage: string,
): Promise<Failure> {
  const hash = createHash('sha256');
  for await (const chunk of image.read(0)) hash.update(chunk);
  const here = hash.digest('hex');
  if (here !== sha256) {
    const message = `${folder}/${path} has SHA-256 ${here}, and the image lock says ${sha256}`;
    return new Failure('world', message, { next: `download ${url} again, and run the same command again` });
  }
  return new Failure('world', `${path} came to ${storage} with another SHA-256 than it was sent with`, {
    next: 'check the disk of the storage (its cable, its file system), and run the same command again',
  });
}
