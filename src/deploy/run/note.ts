import { journalLine } from '../journal.ts';
import type { JournalEntry } from '../plan/state.ts';
import { attempt } from './attempt.ts';
import type { Run } from './run.ts';

/**
 * Writes a line into the journal when all else is done. That it cannot be written is a warning, and takes nothing back.
 *
 * @param done what was done, as the warning begins: `the release is served`
 */
export async function noteDone(run: Run, entry: Parameters<typeof note>[1], done: string): Promise<void> {
  try {
    await note(run, entry);
  } catch (error) {
    if (run.tools.signal?.aborted === true) throw error;
    const why = error instanceof Error ? error.message : String(error);
    run.warnings.push(`${done}, but the journal does not say so: ${why}`);
  }
}

/** Writes a line into the journal. */
export async function note(run: Run, entry: Omit<JournalEntry, 'at' | 'who'>): Promise<void> {
  const { tools, handle, owner } = run;
  const line = journalLine({ ...entry, at: tools.clock(), who: owner.who });
  await attempt(tools, () => tools.storage.note(handle, line));
}
