import type { StreamedFile } from '../../../ports/storage.ts';
import { isServed } from '../../../shared/storageLayout.ts';
import { checkedUnpackedPath } from './checkPath.ts';
import { tarEnd, tarHeader, tarPadding } from './tarHeader.ts';

/** Bytes that are handed on at once: what an SSH connection sends in a few packets. */
const pieceBytes = 128 * 1024;

/** An empty file behind those for a folder that is served: a stream that was cut off cannot be told from a whole one otherwise. */
const endMark = '.whole';

/**
 * Files for a folder of the storage as a tar archive. Throws a Failure for a name that does not belong in it.
 *
 * @param onBytes called with bytes of files, without what the archive adds, when they went out
 */
export async function* tarStream(
  folder: string,
  files: AsyncIterable<StreamedFile>,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const modified = Math.floor(Date.now() / 1000);
  let pieces: Uint8Array[] = [];
  let size = 0;
  let fileBytes = 0;
  const add = (piece: Uint8Array): void => {
    pieces.push(piece);
    size += piece.length;
  };
  for await (const { path, bytes, executable = false } of files) {
    add(tarHeader(checkedUnpackedPath(folder, path), { size: bytes.length, modified, executable }));
    add(bytes);
    add(tarPadding(bytes.length));
    fileBytes += bytes.length;
    if (size >= pieceBytes) {
      yield Buffer.concat(pieces, size);
      onBytes(fileBytes);
      pieces = [];
      size = 0;
      fileBytes = 0;
    }
  }
  if (isServed(folder)) add(tarHeader(endMark, { size: 0, modified, executable: false }));
  add(tarEnd);
  yield Buffer.concat(pieces, size);
  onBytes(fileBytes);
}
