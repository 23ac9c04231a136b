import { setTimeout } from 'node:timers/promises';

/** Tries something until it works: for a minute, then it throws what was in the way. */
export async function until<T>(attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await setTimeout(100);
  }
}
