/**
 * The first bytes of a stream.
 *
 * @param onBytes called with the length of each piece when it is asked for the next one, so when it went out
 */
export async function* limitedBytes(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let left = length;
  if (left <= 0) return;
  for await (const piece of pieces) {
    const taken = piece.length > left ? piece.subarray(0, left) : piece;
    yield taken;
    onBytes(taken.length);
    left -= taken.length;
    if (left === 0) return;
  }
}
