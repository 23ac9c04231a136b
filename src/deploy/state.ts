import type { Survey } from '../ports/storage.ts';
import type { Digest } from '../shared/digest.ts';
import { compareText } from '../shared/finding.ts';
import { measuredRate, parseJournal } from './journal.ts';
import { judgeLock, type LockRules } from './lock.ts';
import { digestOfPart, folderKind, releasePath } from './paths.ts';
import type { StorageState, StoredFolder } from './plan/state.ts';
import { readPointer } from './pointer.ts';
import { parseSeal } from './seal.ts';

/** What a survey means: what of it can be trusted. Anything on the storage that is not ours is left out. */
export function readState(survey: Survey, rules: LockRules): StorageState {
  const folders = storedFolders(survey);
  const { pointer, problems } = readPointer(survey.slots, wholeReleases(folders));
  const journal = parseJournal(survey.journal);
  return {
    exists: survey.exists,
    pointer,
    pointerProblems: problems,
    folders,
    parts: storedParts(survey),
    lock: survey.lock === undefined ? undefined : judgeLock(survey.lock, survey.system, rules),
    journal,
    rate: measuredRate(journal),
    mount: survey.mount,
    space: survey.space,
  };
}

/** Tells of a release whether it is whole: whether its folder has a seal that holds. */
export function wholeReleases(folders: readonly StoredFolder[]): (release: Digest) => boolean {
  const whole = new Set(folders.filter(({ seal }) => seal !== undefined).map(({ path }) => path));
  return (release) => whole.has(releasePath(release));
}

function storedFolders(survey: Survey): StoredFolder[] {
  return survey.folders
    .flatMap(({ path, seal }) => {
      const kind = folderKind(path);
      return kind === undefined
        ? []
        : [{ kind, path, seal: seal === undefined ? undefined : parseSeal(seal, path) }];
    })
    .sort((a, b) => compareText(a.path, b.path));
}

function storedParts(survey: Survey): StorageState['parts'] {
  return survey.parts
    .filter(({ path, size }) => digestOfPart(path) !== undefined && Number.isSafeInteger(size) && size >= 0)
    .sort((a, b) => compareText(a.path, b.path));
}
