import type { Updates } from '../model/node.ts';
import { type Stretch, stretchesOf, windowsOf } from './week.ts';

/** A server that reboots needs time to come back before the next one may go. Minutes kept free behind each window. */
const pause = 15;

/** The shortest window that is of use: Zincati looks for an update every five minutes or so, and an etcd member needs some to stop. */
export const shortestWindow = 15;

/** Windows in which any node may update when the inventory gives none: four hours of each night, UTC. */
export const usualWindows: Updates['windows'] = [
  { days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], start: '01:00', lengthMinutes: 240 },
];

/**
 * Shares some windows out to servers so that no two may reboot at once: a whole night each as long as there are enough of
 * them, then parts of a night. Deterministic: the place in the list decides, so that one server more changes nothing for
 * those before it.
 * @returns windows for each of `count` servers, in order; a server may get none when there is not a minute for each.
 */
export function stagger(windows: Updates['windows'], count: number): Updates['windows'][] {
  const stretches = stretchesOf(windows);
  const shares: Stretch[][] = Array.from({ length: count }, () => []);
  if (stretches.length === 0 || count === 0) return shares.map(windowsOf);
  if (count === 1) return [windowsOf(stretches)];
  if (count <= stretches.length) {
    shares.forEach((share, index) => {
      share.push(...stretches.slice(index, index + 1));
    });
  } else {
    shares.forEach((share, index) => {
      share.push(...partOf(stretches, index, count));
    });
  }
  return shares.map(windowsOf);
}

/** The part of a stretch that the server at an index gets when there are more servers than stretches. */
function partOf(stretches: readonly Stretch[], index: number, count: number): Stretch[] {
  const which = index % stretches.length;
  const stretch = stretches[which];
  if (stretch === undefined) return [];
  const parts = Math.ceil((count - which) / stretches.length);
  const length = Math.floor((stretch.to - stretch.from) / parts);
  const from = stretch.from + Math.floor(index / stretches.length) * length;
  const to = from + Math.max(length - pause, Math.min(length, shortestWindow));
  return to > from ? [{ from, to }] : [];
}
