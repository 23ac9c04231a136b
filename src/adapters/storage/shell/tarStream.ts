import type { StreamedFile } from '../../../ports/storage.ts';
import { checkedContentPath } from './checkPath.ts';
import { tarEnd, tarHeader, tarPadding } from './tarHeader.ts';

/** Bytes that are handed on at once: what an SSH connection sends in a few packets. */
const pieceBytes = 128 * 1024;

/**
 * Files as a tar archive. Throws a Failure for a name that does not belong in a folder of the storage.
 *
 * @param onBytes called with bytes of files, without what the archive adds, when they went out
 */
export async function* tarStream(
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
  for await (const { path, bytes } of files) {
    add(tarHeader(checkedContentPath(path), bytes.length, modified));
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
  add(tarEnd);
  yield Buffer.concat(pieces, size);
  onBytes(fileBytes);
}
