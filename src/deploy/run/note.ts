import { journalLine } from '../journal.ts';
import type { JournalEntry } from '../plan/state.ts';
import { attempt } from './attempt.ts';
import type { Run } from './run.ts';

/** Writes a line into the journal. */
export async function note(run: Run, entry: Omit<JournalEntry, 'at' | 'who'>): Promise<void> {
  const { tools, handle, owner } = run;
  const line = journalLine({ ...entry, at: tools.clock(), who: owner.who });
  await attempt(tools, () => tools.storage.note(handle, line));
}
