import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { journalLength, journalPath } from '../../../shared/storageLayout.ts';
import { allowAll, fileMode, removeAll, syncFolder } from './disk.ts';
import { readText } from './readText.ts';
import type { Root } from './root.ts';

/** Bytes at the end of the journal that are looked at. */
const longestJournal = 512 * 1024;

/** Lines of the journal, the newest last, and at most as many as it keeps. */
export function readJournal(root: Root): string[] {
  const text = readText(root.at(journalPath), longestJournal) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .slice(-journalLength);
}

/** Adds a line, unless it is the newest already: then it was said twice. */
export async function addToJournal(root: Root, line: string): Promise<void> {
  const lines = readJournal(root);
  if (lines.at(-1) === line) return;
  const path = root.at(journalPath);
  const draft = `${path}.new`;
  await removeAll(draft);
  const file = await open(draft, 'wx', fileMode);
  try {
    await file.writeFile(
      [...lines, line.replaceAll('\n', ' ')].slice(-journalLength).join('\n').concat('\n'),
    );
    await file.sync();
  } finally {
    await file.close();
  }
  await allowAll(draft, fileMode);
  await rename(draft, path);
  await syncFolder(dirname(path));
}
