import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SurveyedLock } from '../../../ports/storage.ts';
import { lockDraftPrefix, lockFiles, lockFolder, stateFolder } from '../../../shared/storageLayout.ts';
import { hasCode } from './disk.ts';
import { readText } from './readText.ts';
import type { Root } from './root.ts';
import { bootId, machine, processNamespace, processStart, uptimeSeconds } from './system.ts';

/** More than an owner, a sign of life or a session has. */
const longest = 8192;

/** Numbers of the locks that are there, the highest first. */
export function lockNumbers(root: Root): number[] {
  return stateNames(root)
    .map((name) => /^lock\.([1-9]\d{0,8})$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => b - a);
}

/** Paths of locks that are being made, or that nobody finished. */
export function lockDrafts(root: Root): string[] {
  const names = stateNames(root).map((name) => `${stateFolder}/${name}`);
  return names.filter((path) => path.startsWith(lockDraftPrefix));
}

function stateNames(root: Root): string[] {
  try {
    return readdirSync(root.at(stateFolder));
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** One of the files of a lock. */
export function lockText(root: Root, number: number, file: keyof typeof lockFiles): string | undefined {
  return readText(join(root.at(lockFolder(number)), lockFiles[file]), longest);
}

/**
 * What this process writes of itself into a lock. The first five fields are those of a storage that a shell serves (process, its start,
 * process of the connection, its start, boot id); the others tell where process ids count.
 */
export function thisSession(): string {
  const { pid } = process;
  const self = `${pid} ${processStart(pid) ?? '-'}`;
  return `${self} ${self} ${bootId() || '-'} ${sessionKind} ${processNamespace() || '-'} ${machine()}\n`;
}

const sessionKind = 'directory';

/** The sign of life of a process that writes now. */
export function thisBeat(): string {
  return `${uptimeSeconds()} ${bootId()}\n`;
}

/** What can be told of the owner of a lock. */
interface Life {
  readonly beat: SurveyedLock['beat'];
  readonly connected: boolean | undefined;
  /** Whether its owner certainly writes no more. */
  readonly dead: boolean;
}

/** The lock with the highest number, as a survey tells it. */
export function surveyLock(root: Root): SurveyedLock | undefined {
  const [number] = lockNumbers(root);
  if (number === undefined) return undefined;
  const { beat, connected } = lifeOf(root, number);
  return {
    number,
    owner: isReleased(root, number) ? '' : (lockText(root, number, 'owner') ?? ''),
    beat,
    connected,
  };
}

/** Whether a lock was given back. */
export function isReleased(root: Root, number: number): boolean {
  return lockText(root, number, 'released') !== undefined;
}

/** Whether the owner of a lock may still have a file open: a writer that was suspended goes on when it wakes. */
export function mayStillWrite(root: Root, number: number): boolean {
  return !isReleased(root, number) && !lifeOf(root, number).dead;
}

function lifeOf(root: Root, number: number): Life {
  const beat = parseBeat(lockText(root, number, 'beat'));
  const session = parseSession(lockText(root, number, 'session'));
  if (beat === undefined) return { beat, connected: undefined, dead: false };
  if (beat.bootId !== bootId()) {
    // This machine was started anew since; or its owner is on another one, where its signs of life count from another start.
    const restarted = session?.machine === machine();
    return { beat: restarted ? beat : byFileTime(root, number, beat), connected: undefined, dead: restarted };
  }
  if (session === undefined || session.namespace !== processNamespace() || session.namespace === '') {
    return { beat, connected: undefined, dead: false };
  }
  const connected = processStart(session.process) === session.start;
  return { beat, connected, dead: !connected };
}

type Beat = NonNullable<SurveyedLock['beat']>;

function parseBeat(text: string | undefined): Beat | undefined {
  const [, uptime, boot] = /^(\d+(?:\.\d+)?) ([0-9a-f-]*)\s*$/.exec(text ?? '') ?? [];
  return uptime === undefined || boot === undefined ? undefined : { uptime: Number(uptime), bootId: boot };
}

/**
 * The sign of life of another machine that has the same folder mounted, counted from this machine's start by the time of its file. Where
 * that is no time that can be (a stick that was carried here from a router whose clock is wrong), it stays what it is.
 */
function byFileTime(root: Root, number: number, beat: Beat): Beat {
  try {
    const { mtimeMs } = statSync(join(root.at(lockFolder(number)), lockFiles.beat));
    const quiet = (Date.now() - mtimeMs) / 1000;
    if (quiet < -clockSlack) return beat;
    return { uptime: uptimeSeconds() - Math.max(0, quiet), bootId: bootId() };
  } catch {
    return beat;
  }
}

/** Seconds that the clocks of two machines may differ. */
const clockSlack = 300;

interface Session {
  readonly process: number;
  readonly start: string;
  readonly namespace: string;
  readonly machine: string;
}

function parseSession(text: string | undefined): Session | undefined {
  const [id = '', start = '', , , , kind, namespace = '', host = ''] = (text ?? '').trimEnd().split(' ');
  if (kind !== sessionKind || !/^[1-9]\d{0,9}$/.test(id)) return undefined;
  return { process: Number(id), start, namespace: namespace === '-' ? '' : namespace, machine: host };
}
