/** Does something with each of a list, some at a time; answers in the order of the list. The first that throws ends it. */
export async function inParallel<T, R>(
  list: readonly T[],
  most: number,
  act: (each: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let over = false;
  const work = async (): Promise<void> => {
    while (!over) {
      const index = next++;
      const each = list[index];
      if (index >= list.length || each === undefined) return;
      try {
        results[index] = await act(each);
      } catch (error) {
        over = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(most, list.length) }, work);
  const ended = await Promise.allSettled(workers);
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return results;
}
