import { printable } from '../printable.ts';
import { gateSighting } from './gateSightings.ts';
import type { Sighting, SightingKind } from './sighting.ts';
import type { Moment, RouterTold, ToldEvent, ToldLog } from './told.ts';

/** The node that is watched. */
export interface WatchedNode {
  /** Of all its links, lower case with colons. */
  readonly macs: readonly string[];
  /** What it is to become: the digest that it is armed for. */
  readonly digest: string;
}

/** What was seen of a node since it was restarted. */
export interface Watch {
  readonly node: WatchedNode;
  /** When it was restarted. */
  readonly start: Moment;
  /** In the order in which it happened. */
  readonly sightings: readonly Sighting[];
  /** Seconds since the restart of the node, when the router was last asked. */
  readonly seconds: number;
  /** The router's present start, and at how many seconds it was; negative where that was before the node's. */
  readonly router: { readonly bootId: string; readonly startedAt: number };
  /** Our own clock, when the router was last asked. */
  readonly now: number | undefined;
  /** Seconds since the restart, when the log was last read. */
  readonly logSeconds: number | undefined;
  /** What the router told already, whether or not it counted. */
  readonly known: ReadonlySet<string>;
}

/** More sightings than that are of a machine in a loop: the oldest that tell little go. */
const most = 2000;

/** Lines that are kept of what a unit said. */
const mostLines = 30;

/**
 * Begins to watch a node.
 * @param start the moment at which its restart is asked for: what happened before is of another boot
 * @param before what the router told just then: with it, lines of the log are told apart whatever becomes of the router's clock
 */
export function beginWatch(node: WatchedNode, start: Moment, before?: RouterTold): Watch {
  const { bootId, uptime } = start;
  const watch: Watch = {
    node,
    start,
    sightings: [],
    seconds: 0,
    router: { bootId, startedAt: -uptime },
    now: undefined,
    logSeconds: undefined,
    known: new Set(),
  };
  return before === undefined ? watch : { ...look(watch, before), sightings: [], seconds: 0 };
}

/** When a node was armed last, since the router started: where nobody remembers when it was restarted, that comes next. */
export function lastArmed({ bootId, events = [] }: RouterTold, macs: readonly string[]): Moment | undefined {
  const armed = events.findLast(({ kind, mac }) => kind === 'armed' && macs.includes(mac));
  return armed === undefined ? undefined : { bootId, uptime: armed.uptime };
}

/** Adds what a router tells. What it told before changes nothing, and neither does what is of another node or another boot. */
export function look(watch: Watch, told: RouterTold): Watch {
  const current = atMoment(watch, told);
  const known = new Set(watch.known);
  // Stable: what the log says stands before what the gate says of the same moment.
  const fresh = [
    ...(told.log === undefined ? [] : newLines(current, told, told.log, known)),
    ...newEvents(current, told.events ?? [], known),
  ];
  return {
    ...current,
    ...(told.log === undefined ? {} : { logSeconds: current.seconds }),
    known,
    sightings: inOrder([...current.sightings, ...fresh.map(shown)]),
  };
}

/** Tells where in time the router is: by its uptime, and after its restart by our own clock. */
function atMoment(watch: Watch, { bootId, uptime, now }: RouterTold): Watch {
  if (bootId === watch.router.bootId)
    return { ...watch, now, seconds: Math.max(watch.seconds, watch.router.startedAt + uptime) };
  // Nobody looked meanwhile: it started after the node did, and no more is known.
  const passed = watch.now === undefined ? uptime : now - watch.now;
  const startedAt = Math.max(watch.seconds, watch.seconds + passed - uptime);
  return {
    ...watch,
    now,
    seconds: startedAt + uptime,
    router: { bootId, startedAt },
    sightings: [...watch.sightings, { kind: 'routerRestarted', seconds: startedAt, text: '' }],
  };
}

function newEvents(watch: Watch, events: readonly ToldEvent[], known: Set<string>): Sighting[] {
  const { node, start, router } = watch;
  return events.flatMap((event): Sighting[] => {
    const { mac, kind, uptime, text } = event;
    if (!node.macs.includes(mac)) return [];
    const ofThisBoot =
      router.bootId !== start.bootId ||
      // The arming that this watch begins with is none that came after.
      (kind === 'armed' ? uptime > start.uptime : uptime >= start.uptime);
    if (!ofThisBoot || !isNew(`${router.bootId} ${uptime} ${kind} ${text}`, known)) return [];
    const sighting = gateSighting(event, node.digest);
    return sighting === undefined ? [] : [{ ...sighting, seconds: router.startedAt + uptime }];
  });
}

const lineKinds = ['discover', 'noAddress', 'offer', 'file', 'fileMissing', 'fileBroken'] as const;

/**
 * Lines are known by the time that stands in them. That time says little of when it was: the clock may have been set since. But what was not
 * there when the log was last read, was written after that.
 */
function newLines(
  { node, start, router, seconds, logSeconds }: Watch,
  { uptime: asked }: RouterTold,
  { clock, steps, leases }: ToldLog,
  known: Set<string>,
): Sighting[] {
  const oldest = router.bootId === start.bootId ? start.uptime : 0;
  const times = new Map<string, number>();
  const lines = steps
    .filter(({ mac }) => node.macs.includes(mac))
    .flatMap(({ kind: word, uptime, text }): Sighting[] => {
      const kind = lineKinds.find((each) => each === word);
      if (kind === undefined) return [];
      // A clock that was set back may write the same line again.
      const line = `log ${Math.round(clock + uptime - asked)} ${kind} ${text}`;
      const time = (times.get(line) ?? 0) + 1;
      times.set(line, time);
      const isFresh = isNew(`${line} ${time}`, known);
      if (!isFresh || (logSeconds === undefined && uptime < oldest)) return [];
      const reckoned = router.startedAt + uptime;
      return [{ kind, text, seconds: Math.min(seconds, Math.max(logSeconds ?? 0, reckoned)) }];
    });
  const given = leases
    .filter(({ mac }) => node.macs.includes(mac))
    .filter(({ expiry, address }) => isNew(`lease ${expiry} ${address}`, known))
    .map(({ address }): Sighting => ({ kind: 'lease', text: address, seconds }));
  // Without an earlier look nobody knows which leases are new.
  return logSeconds === undefined ? lines : [...lines, ...given];
}

/** Machines choose the names of files that they ask for, and what they say of themselves. */
function shown(sighting: Sighting): Sighting {
  const { text, unit, lines } = sighting;
  return {
    ...sighting,
    text: printable(text),
    ...(unit === undefined ? {} : { unit: printable(unit) }),
    ...(lines === undefined ? {} : { lines: lines.slice(-mostLines).map((line) => printable(line, 500)) }),
  };
}

function isNew(id: string, known: Set<string>): boolean {
  if (known.has(id)) return false;
  known.add(id);
  return true;
}

const telling: ReadonlySet<SightingKind> = new Set(['script', 'ignition', 'firstBoot', 'ready', 'armed']);

function inOrder(sightings: Sighting[]): Sighting[] {
  sightings.sort((one, other) => one.seconds - other.seconds);
  const surplus = sightings.length - most;
  if (surplus <= 0) return sightings;
  let left = surplus;
  return sightings.filter(({ kind }) => {
    if (left === 0 || telling.has(kind)) return true;
    left -= 1;
    return false;
  });
}
