/** Files that are worked on at a time: more do not make a disk faster, and a USB stick slower. */
const lanes = 4;

/** Does something to each, some at a time. The first error ends it, when those under way have ended. */
export async function inParallel<T>(list: Iterable<T>, act: (each: T) => Promise<void>): Promise<void> {
  const iterator = list[Symbol.iterator]();
  let failed = false;
  const lane = async () => {
    for (let next = iterator.next(); !failed && !next.done; next = iterator.next()) {
      try {
        await act(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const rejected = results.find((result) => result.status === 'rejected');
  if (rejected !== undefined) throw rejected.reason;
}
