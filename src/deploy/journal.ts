import { type Digest, isDigest } from '../shared/digest.ts';
import type { JournalEntry, JournalReimage, JournalStep } from './plan/state.ts';

/** A line of the journal, without its line feed. */
export function journalLine(entry: JournalEntry): string {
  const { event, at, release, bytes, seconds, reimage } = entry;
  return JSON.stringify({ event, at, who: entry.who.slice(0, 200), release, bytes, seconds, reimage });
}

/** What the lines of a journal say; lines that say nothing are left out. */
export function parseJournal(lines: readonly string[]): JournalEntry[] {
  return lines.flatMap((line) => {
    const entry = parseLine(line);
    return entry === undefined ? [] : [entry];
  });
}

/** Bytes a second of the last upload that was big and long enough to tell; undefined where none was. */
export function measuredRate(entries: readonly JournalEntry[]): number | undefined {
  const last = entries.findLast(
    ({ bytes = 0, seconds = 0 }) => bytes >= smallestMeasured && seconds >= shortestMeasured,
  );
  return last?.bytes === undefined || last.seconds === undefined ? undefined : last.bytes / last.seconds;
}

/** A small upload measures the round trips and not the rate. */
const smallestMeasured = 1024 * 1024;

const shortestMeasured = 0.1;

/** Characters of a line that is read. */
export const longestLine = 4096;

const events: readonly string[] = [
  'deployed',
  'rolledBack',
  'collected',
  'verified',
  'reimaged',
] satisfies JournalEntry['event'][];

function parseLine(line: string): JournalEntry | undefined {
  const fields = parseObject(line);
  if (fields === undefined) return undefined;
  const { event, at, who, release, bytes, seconds, reimage } = fields;
  if (!isEvent(event) || !isAmount(at) || typeof who !== 'string') return undefined;
  return {
    event,
    at,
    who,
    ...(isRelease(release) ? { release } : {}),
    ...(isAmount(bytes) ? { bytes } : {}),
    ...(isAmount(seconds) ? { seconds } : {}),
    ...(isReimage(reimage) ? { reimage: knownReimage(reimage) } : {}),
  };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  if (line.length > longestLine) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is JournalEntry['event'] {
  return typeof value === 'string' && events.includes(value);
}

function isAmount(value: unknown): value is number {
  return (
    typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= Number.MAX_SAFE_INTEGER
  );
}

function isReimage(value: unknown): value is JournalReimage {
  if (typeof value !== 'object' || value === null) return false;
  const { run, outcome, nodes } = value as Record<string, unknown>;
  return (
    typeof run === 'string' &&
    (outcome === 'done' || outcome === 'failed' || outcome === 'out' || outcome === 'removed') &&
    Array.isArray(nodes) &&
    nodes.every((node) => typeof node === 'string')
  );
}

/** Without times that make no sense: what became of the nodes still does. */
function knownReimage({ run, outcome, nodes, steps }: JournalReimage): JournalReimage {
  const known = Array.isArray(steps) && steps.every((step) => isStep(step, nodes.length));
  return { run, outcome, nodes, ...(known ? { steps } : {}) };
}

function isStep(value: unknown, nodes: number): value is JournalStep {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [node, step, began, took] = value as unknown[];
  return isAmount(node) && node < nodes && typeof step === 'string' && isAmount(began) && isAmount(took);
}

function isRelease(value: unknown): value is Digest {
  return typeof value === 'string' && isDigest(value);
}
