import { closeSync, readdirSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Survey, SurveyedFolder, SurveyQuestion } from '../../../ports/storage.ts';
import { isDigest } from '../../../shared/digest.ts';
import { compareText } from '../../../shared/finding.ts';
import {
  coreosFolder,
  incomingFolder,
  k3sFolder,
  longestText,
  manifestName,
  releasesFolder,
  sealName,
  storagePathKind,
} from '../../../shared/storageLayout.ts';
import { hasCode } from './disk.ts';
import { readJournal } from './journal.ts';
import { surveyLock } from './lockFolders.ts';
import { mountOf } from './mounts.ts';
import { openRegular, readText } from './readText.ts';
import type { Root } from './root.ts';
import { readSlot } from './slots.ts';
import { thisSystem } from './system.ts';

/** Bytes of a seal; one that is longer is none. */
const longestSeal = 65_536;

/** Looks at all that is there. Writes nothing. */
export async function surveyRoot(root: Root, { known }: SurveyQuestion): Promise<Survey> {
  const exists = await root.look();
  const slots = [readSlot(root, 0), readSlot(root, 1)] as const;
  return {
    mount: mountOf(root.path),
    space: spaceOf(root.path) ?? spaceOf(dirname(root.path)),
    missingCommands: [],
    exists,
    slots,
    folders: [
      ...foldersIn(root, releasesFolder),
      ...namesIn(root, coreosFolder).flatMap((version) => foldersIn(root, `${coreosFolder}/${version}`)),
      ...foldersIn(root, k3sFolder),
    ],
    parts: partsIn(root),
    lock: surveyLock(root),
    journal: readJournal(root),
    manifests: manifestsOf(root, slots, known),
    // Read last: a sign of life is never newer than the survey.
    system: thisSystem(),
  };
}

/** Folders of the layout's names, and only real ones: what is behind a link is not the storage's. */
function foldersIn(root: Root, folder: string): SurveyedFolder[] {
  return namesIn(root, folder)
    .map((name) => `${folder}/${name}`)
    .filter((path) => storagePathKind(path) === 'folder')
    .map((path) => ({ path, seal: readText(root.at(`${path}/${sealName}`), longestSeal) }));
}

function namesIn(root: Root, folder: string): string[] {
  return entriesOf(root, folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort(compareText);
}

function partsIn(root: Root): { path: string; size: number }[] {
  return entriesOf(root, incomingFolder)
    .map(({ name }) => `${incomingFolder}/${name}`)
    .filter((path) => storagePathKind(path) === 'part')
    .sort(compareText)
    .flatMap((path) => {
      const size = sizeOf(root.at(path));
      return size === undefined ? [] : [{ path, size }];
    });
}

/** Bytes of a regular file; undefined where there is none. */
export function sizeOf(path: string): number | undefined {
  const file = openRegular(path);
  if (file !== undefined) closeSync(file.descriptor);
  return file?.size;
}

function entriesOf(root: Root, folder: string) {
  try {
    return readdirSync(root.at(folder), { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Of the releases that the slots name, whether their sums are right or not. */
function manifestsOf(
  root: Root,
  slots: Survey['slots'],
  known: SurveyQuestion['known'],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const slot of slots) {
    const release = slot?.split(' ')[3] ?? '';
    if (!isDigest(release) || release === known || found.has(release)) continue;
    const text = readText(root.at(`${releasesFolder}/${release}/${manifestName}`), longestText);
    if (text !== undefined) found.set(release, text);
  }
  return found;
}

function spaceOf(path: string): Survey['space'] {
  try {
    const { bsize, blocks, bavail } = statfsSync(path);
    return { totalBytes: bsize * blocks, freeBytes: bsize * bavail };
  } catch {
    return undefined;
  }
}
