import type { World } from '../../ports/world.ts';
import { textDiff } from '../../release/plan/diff.ts';
import type { FileOutcome } from '../../report/initReport.ts';

/** A file that is wanted, and what would become of it. */
export interface FileChange extends FileOutcome {
  readonly text: string;
  /** What is there; undefined where nothing is. */
  readonly was: string | undefined;
}

/** Compares wanted files with those that are there. One that differs stays as it is, unless it is to be replaced. */
export async function compareFiles(
  files: ReadonlyMap<string, string>,
  force: boolean,
  world: World,
): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const [path, text] of files) {
    const was = await world.textFiles.read(path);
    if (was === undefined) changes.push({ path, text, was, outcome: 'created' });
    else if (was === text) changes.push({ path, text, was, outcome: 'unchanged' });
    else
      changes.push({
        path,
        text,
        was,
        outcome: force ? 'replaced' : 'kept',
        diff: textDiff(was, text) ?? '',
      });
  }
  return changes;
}

/** Writes what is new, and what is to be replaced: all of it or nothing. */
export async function writeChanges(changes: readonly FileChange[], world: World): Promise<void> {
  const wanted = changes.filter(({ outcome }) => outcome === 'created' || outcome === 'replaced');
  if (wanted.length === 0) return;
  await world.textFiles.writeTogether(
    '.',
    new Map(wanted.map(({ path, text, was }) => [path, { text, was }])),
  );
}
