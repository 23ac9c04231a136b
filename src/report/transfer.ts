import stringWidth from 'string-width';
import { byteSize } from './bytes.ts';
import { duration } from './counts.ts';
import { type Palette, palette } from './palette.ts';
import { visible } from './visible.ts';

/** How far a deploy is. */
export interface Transfer {
  /** `upload`, `verify`, `lock` */
  readonly stage: string;
  /** What it is about: a path, a release, or words where the run waits. */
  readonly subject: string;
  /** Bytes done and wanted, where there is something to count. */
  readonly bytes?: { readonly done: number; readonly total: number };
  /** Bytes a second, once it was measured. */
  readonly rate?: number | undefined;
}

const barCells = 20;

/**
 * One line that says how far a deploy is, never wider than the terminal and without a line break:
 * `uploading  ━━━━━━━━━━──────────  512 MiB of 1 GiB  48 MiB/s  11.0 s left  images/coreos/…`
 */
export function transferLine(transfer: Transfer, width: number, colour: boolean): string {
  const colours = palette(colour);
  const title = `${visible(stageWords[transfer.stage] ?? transfer.stage)}  `;
  const bar = transfer.bytes === undefined ? undefined : barParts(transfer.bytes);
  const room = width - stringWidth(title) - (bar === undefined ? 0 : barCells + 2);
  if (room < 10) return cutTo(`${title}${counts(transfer).join('  ')}`, width);
  const tail = [...counts(transfer), visible(transfer.subject)].filter((part) => part !== '').join('  ');
  return `${title}${bar === undefined ? '' : paintBar(bar, colours)}${cutTo(tail, room)}`;
}

/** The same for a log: `uploading images/coreos/…: 512 MiB of 1 GiB, 48 MiB/s, 11.0 s left`. */
export function transferLogLine(transfer: Transfer): string {
  const stage = visible(stageWords[transfer.stage] ?? transfer.stage);
  const subject = visible(transfer.subject);
  const parts = counts(transfer);
  return parts.length === 0 ? `${stage}: ${subject}` : `${stage} ${subject}: ${parts.join(', ')}`;
}

const stageWords: Readonly<Record<string, string>> = {
  connect: 'connecting',
  read: 'reading',
  lock: 'locking',
  upload: 'uploading',
  fetch: 'fetching',
  verify: 'verifying',
  check: 'checking',
  switch: 'switching',
  collect: 'removing',
  unlock: 'unlocking',
  packages: 'installing',
  apply: 'applying',
  files: 'uploading',
  probe: 'asking',
  confirm: 'confirming',
  revert: 'taking back',
};

function counts({ bytes, rate }: Transfer): string[] {
  if (bytes === undefined) return [];
  const done = `${byteSize(bytes.done)} of ${byteSize(bytes.total)}`;
  if (rate === undefined || rate <= 0) return [done];
  const left = Math.max(0, bytes.total - bytes.done) / rate;
  return [done, `${byteSize(rate)}/s`, `${duration(left * 1000)} left`];
}

function barParts({ done, total }: { done: number; total: number }) {
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const cells = Math.floor(share * barCells);
  return { full: '━'.repeat(cells), empty: '─'.repeat(barCells - cells) };
}

function paintBar({ full, empty }: ReturnType<typeof barParts>, colours: Palette): string {
  return `${colours.good(full)}${colours.faint(empty)}  `;
}

/** As much of a text as fits a number of terminal cells. */
function cutTo(text: string, cells: number): string {
  let kept = '';
  let left = cells;
  for (const character of text) {
    left -= stringWidth(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
