import { each, html, type Markup } from '../markup.ts';
import { shorten } from './shorten.ts';

/** A stop on the way of a machine from its start to its system. */
export interface Station {
  readonly name: string;
  /** At most two, short. */
  readonly lines: readonly string[];
  /** How far a machine came; undefined where the picture is of none. */
  readonly state?: 'done' | 'here' | 'failed' | 'ahead';
  /** What becomes of a machine that does not go on from here. */
  readonly aside?: readonly [name: string, line: string];
}

const width = 1040;
const top = 40;

/** The way as a line with stops: from left to right for wide screens, and from top to bottom for narrow ones. */
export function bootLine(stations: readonly Station[], description: string): Markup {
  return html`${across(stations, description)}${down(stations, description)}`;
}

function across(stations: readonly Station[], description: string): Markup {
  const step = width / stations.length;
  const at = (index: number): number => Math.round(step * (index + 0.5));
  const hasAside = stations.some(({ aside }) => aside !== undefined);
  return html`<svg class="picture wide boot" viewBox="0 0 ${width} ${hasAside ? 208 : 128}" role="img" aria-label="${description}">
${each(stations.slice(1), ({ state }, index) => html`<path class="track ${trackOf(state)}" d="M${at(index) + 22} ${top}H${at(index + 1) - 22}"/>`)}
${each(stations, (station, index) => {
  const x = at(index);
  return html`${station.aside === undefined ? '' : asideBelow(station.aside, x)}${stop(station, index, x, top)}
<text class="name" x="${x}" y="${top + 46}" text-anchor="middle">${station.name}</text>
${each(station.lines, (line, row) => html`<text class="line" x="${x}" y="${top + 65 + row * 17}" text-anchor="middle">${shorten(line, 25)}</text>`)}`;
})}
</svg>`;
}

function asideBelow([name, line]: readonly [string, string], x: number): Markup {
  const y = top + 134;
  return html`<path class="branch" d="M${x} ${top + 88}V${y - 14}"/><circle class="stop aside" cx="${x}" cy="${y}" r="9"/><text class="name" x="${x + 18}" y="${y - 2}">${name}</text><text class="line" x="${x + 18}" y="${y + 15}">${shorten(line, 30)}</text>`;
}

function down(stations: readonly Station[], description: string): Markup {
  const rows: { station: Station; y: number }[] = [];
  let y = 30;
  for (const station of stations) {
    rows.push({ station, y });
    y += 34 + station.lines.length * 17 + (station.aside === undefined ? 14 : 40);
  }
  return html`<svg class="picture narrow boot" viewBox="0 0 340 ${y - 14}" role="img" aria-label="${description}">
${each(rows.slice(1), ({ station, y: end }, index) => html`<path class="track ${trackOf(station.state)}" d="M30 ${(rows[index]?.y ?? 0) + 22}V${end - 22}"/>`)}
${each(rows, ({ station, y: row }, index) => {
  const below = row + 21 + station.lines.length * 17 + 8;
  return html`${stop(station, index, 30, row)}
<text class="name" x="64" y="${row + 5}">${station.name}</text>
${each(station.lines, (line, at) => html`<text class="line" x="64" y="${row + 24 + at * 17}">${shorten(line, 36)}</text>`)}
${
  station.aside === undefined
    ? ''
    : html`<path class="branch" d="M30 ${below}H62"/><circle class="stop aside" cx="70" cy="${below}" r="7"/><text class="line" x="84" y="${below + 5}">${shorten(`${station.aside[0]}: ${station.aside[1]}`, 36)}</text>`
}`;
})}
</svg>`;
}

function stop({ state }: Station, index: number, x: number, y: number): Markup {
  const kind = state ?? 'plain';
  return html`<circle class="stop ${kind}" cx="${x}" cy="${y}" r="17"/>${signOf(kind, index, x, y)}`;
}

/** What stands in a stop: its number, or a sign of what became of it. */
function signOf(kind: string, index: number, x: number, y: number): Markup {
  if (kind === 'done') return html`<path class="sign" d="M${x - 6} ${y}l4.5 5 8-9"/>`;
  if (kind === 'failed') return html`<path class="sign" d="M${x - 5} ${y - 5}l10 10m0-10-10 10"/>`;
  return html`<text class="number ${kind}" x="${x}" y="${y + 5}" text-anchor="middle">${index + 1}</text>`;
}

function trackOf(state: Station['state']): string {
  return state === 'ahead' ? 'ahead' : state === undefined ? 'plain' : 'done';
}
