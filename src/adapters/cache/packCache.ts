import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Cache } from '../../ports/cache.ts';
import { sha256 } from '../../shared/digest.ts';

/** Over this size a pack is written again with only what the last run used. */
const pruneAboveBytes = 96 * 1024 * 1024;
/** Also once less than this part of a pack's entries were used by a run. */
const pruneBelowUsed = 0.4;
const worthPruningBytes = 8 * 1024 * 1024;

/**
 * The folder for caches on this machine: `$PILOTLIGHT_CACHE`, else the one that the XDG base directory
 * specification names.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return (
    environment.PILOTLIGHT_CACHE ||
    join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pilotlight')
  );
}

/** The file of a pack below the folder for caches. */
export function packFile(folder: string, name: string): string {
  return join(folder, `${name}.pack`);
}

/** One line of a pack: key, digest of key and value, value as JSON. */
interface Line {
  readonly digest: string;
  readonly json: string;
}

function checksum(key: string, json: string): string {
  return sha256(`${key} ${json}`).slice(0, 16);
}

function printLine(key: string, value: string): string {
  const json = JSON.stringify(value);
  return `${key} ${checksum(key, json)} ${json}\n`;
}

/** Reads a pack without trusting it: a line that is not of the form is passed over, checksums are tested on use. */
function readPack(file: string): { lines: Map<string, Line>; bytes: number } {
  const lines = new Map<string, Line>();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { lines, bytes: 0 };
  }
  for (const line of text.split('\n')) {
    const first = line.indexOf(' ');
    const second = line.indexOf(' ', first + 1);
    if (first > 0 && second > first) {
      lines.set(line.slice(0, first), {
        digest: line.slice(first + 1, second),
        json: line.slice(second + 1),
      });
    }
  }
  return { lines, bytes: text.length };
}

/**
 * A cache in one append-only file, so that thousands of entries are read at once. Each line carries a checksum, so a
 * pack that was cut off, or that two processes wrote at a time, loses entries but never lies.
 */
export function packCache(file: string): Cache {
  const pack = readPack(file);
  const used = new Set<string>();
  const fresh = new Map<string, string>();

  function get(named: string): string | undefined {
    const key = encodeURI(named);
    const line = pack.lines.get(key);
    if (line === undefined) return fresh.get(key);
    if (line.digest !== checksum(key, line.json)) return undefined;
    used.add(key);
    try {
      return JSON.parse(line.json) as string;
    } catch {
      return undefined;
    }
  }

  function worthPruning(): boolean {
    if (pack.bytes > pruneAboveBytes) return true;
    return pack.bytes > worthPruningBytes && used.size < pack.lines.size * pruneBelowUsed;
  }

  function rewrite(): void {
    const kept = [...used].flatMap((key) => {
      const line = pack.lines.get(key);
      return line === undefined ? [] : [`${key} ${line.digest} ${line.json}\n`];
    });
    const temporary = `${file}.${process.pid}`;
    try {
      writeFileSync(temporary, [...kept, ...newLines()].join(''));
      renameSync(temporary, file);
    } finally {
      rmSync(temporary, { force: true });
    }
  }

  function newLines(): string[] {
    return [...fresh].map(([key, value]) => printLine(key, value));
  }

  function close(): void {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (worthPruning()) rewrite();
      else if (fresh.size > 0) appendFileSync(file, ensureLineStart(file) + newLines().join(''));
    } catch {
      // A cache that cannot be kept only costs time.
    }
  }

  return { get, put: (key, value) => void fresh.set(encodeURI(key), value), close };
}

/** A pack that was cut off in mid-line gets a line break first, so that the next entry is not lost with it. */
function ensureLineStart(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? '' : '\n';
}
