import { cameBack, type Meaning, meanings, otherSystem, unseen } from './meanings.ts';
import type { Sighting, SightingKind } from './sighting.ts';
import { isDone, stageOf, type WatchedStep } from './stage.ts';
import { reasonIn } from './words.ts';

/** Why something does not come, as far as can be told from what did. */
export interface Cause {
  /** One sentence without a stop. */
  readonly message: string;
  /** What to do about it, without a stop. */
  readonly next: string;
  /** The last lines of what a failed unit said; empty where none did. */
  readonly lines: readonly string[];
  /** Whether it should have come by now; before that, patience is all that is needed. */
  readonly overdue: boolean;
}

/** Lines of a unit that somebody has to see. */
const mostLines = 8;

/** Beside the way: address again and again, which the installer's system and the installed one ask for too. */
const address: ReadonlySet<SightingKind> = new Set(['discover', 'noAddress', 'offer', 'lease']);
/** What says nothing of how far a node is. */
const aside: ReadonlySet<SightingKind> = new Set(['hostKey', 'routerRestarted']);
/** The way of a machine through a network boot. */
const networkBoot: ReadonlySet<SightingKind> = new Set(['file', 'fileBroken', 'fileMissing', 'asked']);

/**
 * The likely cause that a step is not done; undefined when it is.
 * @param seconds since the node was restarted, now
 */
export function likelyCause(
  sightings: readonly Sighting[],
  waitingFor: WatchedStep,
  seconds: number,
): Cause | undefined {
  if (isDone(waitingFor, sightings)) return undefined;
  const own = sinceArmed(sightings);
  const forgotten = routerForgot(own);
  if (forgotten !== undefined) return forgotten;
  const last = decisive(own);
  return causeOf(last === undefined ? unseen : meaningOf(last, own), own, last, seconds);
}

/** What came before somebody armed it again is of no concern any more. */
function sinceArmed(sightings: readonly Sighting[]): readonly Sighting[] {
  const armed = sightings.findLastIndex(({ kind }) => kind === 'armed');
  return armed < 0 ? sightings : sightings.slice(armed);
}

/** The last thing that tells how far a node is. A report of a unit tells more than what a loop repeats after it. */
function decisive(sightings: readonly Sighting[]): Sighting | undefined {
  return (
    sightings.findLast(({ kind }) => !address.has(kind) && !aside.has(kind)) ??
    sightings.findLast(({ kind }) => kind === 'offer' || kind === 'lease') ??
    sightings.findLast(({ kind }) => kind === 'noAddress') ??
    sightings.findLast(({ kind }) => kind === 'discover')
  );
}

function meaningOf({ kind }: Sighting, sightings: readonly Sighting[]): Meaning {
  const stage = stageOf(sightings);
  if (kind === 'failed' && stage !== 'firstBoot') return otherSystem;
  // The end of an arming matters only to those that still need it.
  const isEnd = kind === 'disarmed' || kind === 'expired';
  if (stage === 'install' && (networkBoot.has(kind) || kind === 'script')) return cameBack;
  if (stage === 'install' && isEnd) return meanings.ignition;
  if (stage === 'firstBoot' && (networkBoot.has(kind) || isEnd)) return meanings.firstBoot;
  if (kind === 'firstBoot' && stage !== 'firstBoot') return otherSystem;
  if (kind === 'ready') return meanings.early;
  if (kind === 'lease') return meanings.offer;
  return kind === 'hostKey' || kind === 'routerRestarted' ? unseen : meanings[kind];
}

/** What is armed ends with the router: a node that has not fetched its Ignition then will not. */
function routerForgot(sightings: readonly Sighting[]): Cause | undefined {
  const restart = sightings.findLastIndex(({ kind }) => kind === 'routerRestarted');
  const stage = stageOf(sightings);
  if (restart < 0 || (stage !== undefined && stage !== 'netboot')) return undefined;
  return {
    message: 'the router restarted, and has forgotten that the node is armed, and what it had heard of it',
    next: 'pilotlight reimage --resume looks what the node runs, and arms it again where it was not installed',
    lines: [],
    overdue: true,
  };
}

function causeOf(
  { message, next, patience }: Meaning,
  sightings: readonly Sighting[],
  last: Sighting | undefined,
  seconds: number,
): Cause {
  const { kind, unit = '', lines = [], text = '' } = last ?? {};
  const times =
    kind === 'failed' ? sightings.filter((each) => each.kind === kind && each.unit === unit).length : 1;
  const reason = reasonIn(lines);
  const more = `${times > 1 ? `, ${times} times` : ''}${reason === '' ? '' : `: ${reason}`}`;
  return {
    message: `${message(kind === 'failed' ? unit : text)}${more}`,
    next,
    lines: lines.slice(-mostLines),
    overdue: seconds - (last?.seconds ?? 0) >= patience,
  };
}
