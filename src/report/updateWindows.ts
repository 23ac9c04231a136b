import type { Updates } from '../inventory/model/node.ts';
import { counted } from './counts.ts';
import { table } from './table.ts';

/** When a node may reboot for updates. */
export interface ShownUpdates extends Updates {
  /** Name of the node. */
  readonly node: string;
}

const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const minutesOfDay = 24 * 60;

/** Nodes that the table lists; the others are counted. */
const shownNodes = 50;

/** A table of nodes and of the times at which each may reboot by itself; empty without nodes. */
export function updatesTable(updates: readonly ShownUpdates[]): string {
  if (updates.length === 0) return '';
  const rows = updates.slice(0, shownNodes).map((each) => [each.node, updatesText(each)]);
  const more = updates.length - rows.length;
  const rest = more === 0 ? '' : `… and ${counted(more, 'more node')}\n`;
  return table(['NODE', 'REBOOTS FOR UPDATES (UTC)'], rows) + rest;
}

/** `Tue 01:00–05:00`, `Sat, Sun 23:00–02:00 next day`, `at any time`, `never by itself`. */
export function updatesText({ strategy, windows }: Updates): string {
  if (strategy === 'immediate') return 'at any time';
  if (strategy === 'off' || windows.length === 0) return 'never by itself';
  return windows.map(windowText).join(', ');
}

function windowText({ days, start, lengthMinutes }: Updates['windows'][number]): string {
  if (lengthMinutes >= week.length * minutesOfDay) return 'at any time';
  return `${daysText(days)} ${start}${endText(start, lengthMinutes)}`;
}

function endText(start: string, lengthMinutes: number): string {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const end = hours * 60 + minutes + lengthMinutes;
  if (lengthMinutes > minutesOfDay) return ` for ${lengthText(lengthMinutes)}`;
  return `–${clock(end <= minutesOfDay ? end : end - minutesOfDay)}${end <= minutesOfDay ? '' : ' next day'}`;
}

function lengthText(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

function clock(minutes: number): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Days in order of the week, three or more in a row as `Mon–Fri`. */
function daysText(days: readonly string[]): string {
  if (week.every((day) => days.includes(day))) return 'daily';
  const runs: string[][] = [];
  for (const [index, day] of week.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === week[index - 1]) last.push(day);
    else runs.push([day]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}
