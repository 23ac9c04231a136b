import type { LockHandle, Storage } from '../../../../src/ports/storage.ts';
import { type Digest, sha256 } from '../../../../src/shared/digest.ts';
import { imageSet, noise, part, release, source, stream } from '../contract/place.ts';

const image = noise(6 * 1024 * 1024);
const upload = part(image);
const texts = Object.fromEntries(
  Array.from({ length: 80 }, (_, index) => [`nodes/node-${index}.lab/config.ign`, noise(500 + index * 40)]),
);

/** What must be in each folder that has a seal. */
export const contents: ReadonlyMap<string, ReadonlyMap<string, Digest>> = new Map([
  [release, new Map(Object.entries(texts).map(([path, bytes]) => [path, sha256(bytes)]))],
  [imageSet, new Map([['rootfs.img', sha256(image)]])],
]);

export const pointer = 'the pointer\n';

/** All that a deploy does to a storage, gone on with where an earlier one ended. Says so after each small step. */
export async function wholeDeploy(storage: Storage, handle: LockHandle, tick: () => void): Promise<void> {
  const done = new Set((await storage.survey({})).folders.filter(({ seal }) => seal).map(({ path }) => path));
  if (!done.has(imageSet)) {
    await storage.unpack(handle, imageSet, stream({ SHA256SUMS: 'sums' }), { onBytes: tick });
    const there = await storage.mismatches(imageSet, contents.get(imageSet) ?? new Map());
    if (there.length > 0) await putImage(storage, handle, tick);
    await storage.seal(handle, imageSet, 'whole\n');
    tick();
  }
  if (!done.has(release)) {
    await storage.unpack(handle, release, stream(texts), { onBytes: tick });
    await storage.seal(handle, release, 'whole\n');
    tick();
  }
  await storage.writeSlot(handle, 0, pointer, undefined);
  tick();
  await storage.note(handle, 'deployed');
}

async function putImage(storage: Storage, handle: LockHandle, tick: () => void): Promise<void> {
  for (;;) {
    const offset = await storage.partSize(handle, upload);
    if (offset >= image.length) break;
    await storage.append(handle, upload, { offset, length: 1024 * 1024 }, source(image), { onBytes: tick });
    tick();
  }
  await storage.settle(handle, upload, `${imageSet}/rootfs.img`);
  tick();
}
