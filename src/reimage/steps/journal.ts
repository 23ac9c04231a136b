import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256 } from '../../shared/digest.ts';
import type { ReimageRun } from './run.ts';
import { steps } from './step.ts';

/** A run as it was written down. */
export interface KeptRun {
  /** Raised by one with every write. */
  readonly sequence: number;
  readonly run: ReimageRun;
}

/** Texts of the two files that are written in turn; undefined where there is none. */
export type RunSlots = readonly [string | undefined, string | undefined];

/** What the two files say. */
export interface KeptSlots {
  /** The newest run that is whole; undefined where none is. */
  readonly kept: KeptRun | undefined;
  /** The file to be written next: never the one that says it. */
  readonly next: 0 | 1;
  /** What is wrong with a file, in words. One that was torn is none, where the other one is whole. */
  readonly problems: readonly string[];
}

const version = 1;

/** Characters of JSON that are written as they are; more of them are packed: a run is written at each step of each node. */
const longestPlain = 16_384;

/** Bytes of JSON that a packed run has at most: thousands of nodes. */
const longestRun = 64 * 1024 * 1024;

/**
 * A run in one text that says by itself whether it is whole: `pilotlight-reimage 1 <sequence> <sha256 of what follows>`, then JSON; or, of
 * many nodes, `deflate` and the same JSON packed, in base64.
 */
export function runText({ sequence, run }: KeptRun): string {
  const content = `${packed(JSON.stringify(run))}\n`;
  const head = `pilotlight-reimage ${version} ${sequence}`;
  return `${head} ${sha256(`${head}\n${content}`)}\n${content}`;
}

function packed(json: string): string {
  return json.length <= longestPlain ? json : `deflate ${deflateRawSync(json).toString('base64')}`;
}

function unpacked(content: string): string {
  const [word, base64] = content.trimEnd().split(' ', 2);
  if (word !== 'deflate' || base64 === undefined) return content;
  return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: longestRun }).toString();
}

/** What two files say of a run, whichever of them a cut left torn. */
export function readSlots(slots: RunSlots): KeptSlots {
  const read = slots.map((text) => (text === undefined ? undefined : parseRun(text)));
  const [one, other] = read.map((each) => (typeof each === 'object' ? each : undefined));
  const newest = (other?.sequence ?? -1) > (one?.sequence ?? -1) ? 1 : 0;
  const kept = newest === 0 ? one : other;
  const torn = read.some((each) => each === 'torn');
  const newer = read.some((each) => each === 'newer');
  return {
    kept,
    next: kept !== undefined && newest === 0 ? 1 : 0,
    problems: [
      ...(newer ? ['a newer Pilotlight wrote it'] : []),
      ...(torn && kept === undefined && !newer ? ['it is damaged'] : []),
    ],
  };
}

function parseRun(text: string): KeptRun | 'torn' | 'newer' {
  const [head = '', ...rest] = text.split('\n');
  const [name, written, count = '', sum, ...more] = head.split(' ');
  const content = rest.join('\n');
  const isWhole = sum === sha256(`${name} ${written} ${count}\n${content}`) && more.length === 0;
  if (name !== 'pilotlight-reimage' || !isWhole) return 'torn';
  if (written !== `${version}`) return 'newer';
  const sequence = /^(?:0|[1-9]\d{0,14})$/.test(count) ? Number(count) : undefined;
  const run = JSON.parse(unpacked(content)) as ReimageRun;
  return sequence !== undefined && isKnown(run) ? { sequence, run } : 'newer';
}

/** Whether all that decides what is done next is known here. */
function isKnown({ nodes, phase, plan }: ReimageRun): boolean {
  const names = new Set(plan.nodes.map(({ hostname }) => hostname));
  return (
    phases.has(phase) &&
    nodes.length === names.size &&
    nodes.every(
      ({ hostname, step, status }) => names.has(hostname) && steps.includes(step) && statuses.has(status),
    )
  );
}

const phases: ReadonlySet<string> = new Set<ReimageRun['phase']>([
  'running',
  'finishing',
  'stopping',
  'stopped',
  'aborting',
  'aborted',
  'done',
]);

const statuses: ReadonlySet<string> = new Set<ReimageRun['nodes'][number]['status']>([
  'waiting',
  'running',
  'failed',
  'done',
  'out',
]);
