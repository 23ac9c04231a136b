import type { Updates } from '../model/node.ts';

/** Days as update windows name them; the week begins on Monday. */
export const days: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const minutesOfDay = 24 * 60;

/** Minutes of a week. */
export const minutesOfWeek = 7 * minutesOfDay;

/** A stretch of the week in minutes since Monday 00:00 UTC; `to` is exclusive and may lie in the next week. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

type Windows = Updates['windows'];

/** The stretches of some windows, in order, those that overlap or touch joined; the week is a ring. */
export function stretchesOf(windows: Windows): Stretch[] {
  const sorted = windows.flatMap(stretches).sort((a, b) => a.from - b.from || a.to - b.to);
  const joined: Stretch[] = [];
  for (const each of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && each.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, each.to) };
    else joined.push(each);
  }
  return joinRing(joined);
}

/** The windows of some stretches: one for each time of day and length, with all its days. */
export function windowsOf(stretches: readonly Stretch[]): Windows {
  const windows = new Map<string, { days: string[]; start: string; lengthMinutes: number }>();
  for (const { from, to } of stretches) {
    const minute = (from % minutesOfWeek) % minutesOfDay;
    const day = days[Math.floor((from % minutesOfWeek) / minutesOfDay)] ?? 'Mon';
    const start = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
    const key = `${start} ${to - from}`;
    const known = windows.get(key);
    if (known === undefined) windows.set(key, { days: [day], start, lengthMinutes: to - from });
    else known.days.push(day);
  }
  return [...windows.values()];
}

/** Stretches within one week: those that go over its end are cut in two. */
export function cutAtWeekEnd(stretch: Stretch): Stretch[] {
  if (stretch.to <= minutesOfWeek) return [stretch];
  return [
    { from: stretch.from, to: minutesOfWeek },
    { from: 0, to: stretch.to - minutesOfWeek },
  ];
}

/** What reaches into the next week is joined with what lies there. */
function joinRing(joined: Stretch[]): Stretch[] {
  const rest = [...joined];
  let last = rest.pop();
  if (last === undefined) return [];
  while (rest[0] !== undefined && last.to >= rest[0].from + minutesOfWeek) {
    const first = rest.shift();
    if (first !== undefined) last = { from: last.from, to: Math.max(last.to, first.to + minutesOfWeek) };
  }
  if (last.to - last.from >= minutesOfWeek) return [{ from: 0, to: minutesOfWeek }];
  return [...rest, last];
}

function stretches({ days: on, start, lengthMinutes }: Windows[number]): Stretch[] {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  return on.flatMap((day) => {
    const index = days.indexOf(day);
    if (index < 0) return [];
    const from = index * minutesOfDay + hours * 60 + minutes;
    return [{ from, to: from + Math.min(lengthMinutes, minutesOfWeek) }];
  });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
