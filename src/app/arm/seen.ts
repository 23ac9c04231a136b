import type { EndedNode } from '../../report/armedReport.ts';
import type { SeenEvent } from '../../report/seenText.ts';
import type { GateEvent } from '../../router/gate/events.ts';
import type { GateView } from '../../router/gate/state.ts';

/** Seconds for which it is told how an arming ended. */
const endedFor = 86_400;

/** An event as a report has it. */
export function seenEvent(event: GateEvent, now: number): SeenEvent {
  const { kind, address, text, report } = event;
  return {
    kind,
    address: address ?? null,
    text,
    unit: report?.unit ?? null,
    lines: report?.lines ?? [],
    secondsAgo: Math.round(Math.max(0, now - event.uptime)),
  };
}

/** The nodes that were armed within a day and are not any more, the one that ended last first; with what their machines did since they were armed. */
export function endedNodes({ events, armed, uptime }: GateView): EndedNode[] {
  const still = new Set(armed.flatMap(({ macs }) => macs));
  const since = new Map<string, { hostname: string; events: GateEvent[] }>();
  for (const event of events) {
    if (event.kind === 'armed') since.set(event.mac, { hostname: event.text, events: [] });
    else since.get(event.mac)?.events.push(event);
  }
  return [...since]
    .flatMap(([mac, { hostname, events: later }]) => {
      const end = later.find(({ kind }) => kind === 'disarmed' || kind === 'expired');
      if (end === undefined || still.has(mac)) return [];
      const secondsAgo = Math.round(Math.max(0, uptime - end.uptime));
      const seen = later.filter((event) => event !== end).map((event) => seenEvent(event, uptime));
      return [{ hostname, mac, how: howOf(end), secondsAgo, seen }];
    })
    .filter(({ secondsAgo }) => secondsAgo <= endedFor)
    .sort((one, other) => one.secondsAgo - other.secondsAgo || (one.hostname < other.hostname ? -1 : 1));
}

function howOf({ kind, text }: GateEvent): EndedNode['how'] {
  if (kind === 'expired') return 'expired';
  return text === 'installed' ? 'ready' : 'disarmed';
}
