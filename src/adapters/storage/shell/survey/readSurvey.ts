import type { Survey, SurveyedFolder, SurveyedLock } from '../../../../ports/storage.ts';
import { isDigest } from '../../../../shared/digest.ts';
import { journalLength, slotPaths, storagePathKind } from '../../../../shared/storageLayout.ts';
import { readMount, readSpace } from './readMount.ts';
import { readSystem } from './readSystem.ts';
import { type Told, tellings } from './tellings.ts';

/** A survey from what its script printed; undefined where that ends too early. */
export function readSurvey(answer: Buffer): Survey | undefined {
  const told = tellings(answer);
  if (!told.ended) return undefined;
  const { facts } = told;
  return {
    mount: readMount(facts.get('mount')?.[0]),
    space: readSpace(facts.get('space') ?? []),
    missingCommands: facts.get('missing') ?? [],
    system: readSystem(told),
    exists: facts.has('root'),
    slots: [told.texts.get(`slot ${slotPaths[0]}`), told.texts.get(`slot ${slotPaths[1]}`)],
    folders: readFolders(told),
    parts: readParts(facts.get('part') ?? []),
    lock: readLock(told),
    journal: told.journal.slice(-journalLength),
    manifests: new Map([...told.manifests].filter(([id]) => isDigest(id))),
  };
}

function readFolders({ facts, texts }: Told): SurveyedFolder[] {
  return (facts.get('folder') ?? [])
    .filter((path) => storagePathKind(path) === 'folder')
    .map((path) => ({ path, seal: texts.get(`seal ${path}`) }));
}

/** `<bytes> <path>` each. */
function readParts(lines: readonly string[]): { path: string; size: number }[] {
  return lines
    .map((line) => line.split(' '))
    .map(([size, path]) => ({ path: path ?? '', size: Number(size) }))
    .filter(({ path }) => storagePathKind(path) === 'part');
}

function readLock({ facts, texts }: Told): SurveyedLock | undefined {
  const number = Number(facts.get('lock number')?.[0] ?? 0);
  if (number === 0) return undefined;
  const [uptime, bootId] = (texts.get('lock beat') ?? '').trim().split(' ');
  return {
    number,
    owner: texts.has('lock released') ? '' : (texts.get('lock owner') ?? ''),
    beat:
      uptime !== undefined && /^\d+(\.\d+)?$/.test(uptime)
        ? { uptime: Number(uptime), bootId: bootId ?? '' }
        : undefined,
    connected: readConnected(facts.get('connection') ?? []),
  };
}

/** `there <turn>` or `gone <turn>` for each connection that is known. */
function readConnected(lines: readonly string[]): boolean | undefined {
  const [latest] = lines
    .map((line) => /^(there|gone) (\d+) *$/.exec(line))
    .filter((found) => found !== null)
    .sort((a, b) => Number(b[2]) - Number(a[2]));
  return latest === undefined ? undefined : latest[1] === 'there';
}
