import stringWidth from 'string-width';
import { byteSize } from './bytes.ts';
import { duration } from './counts.ts';
import { palette } from './palette.ts';
import { barCells, cutTo, progressBar } from './progressBar.ts';
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

/**
 * One line that says how far a deploy is, never wider than the terminal and without a line break:
 * `uploading  ━━━━━━━━━━──────────  512 MiB of 1 GiB  48 MiB/s  11.0 s left  images/coreos/…`
 */
export function transferLine(transfer: Transfer, width: number, colour: boolean): string {
  const colours = palette(colour);
  const title = `${visible(stageWords[transfer.stage] ?? transfer.stage)}  `;
  const bar = transfer.bytes === undefined ? undefined : progressBar(transfer.bytes, colours);
  const room = width - stringWidth(title) - (bar === undefined ? 0 : barCells + 2);
  if (room < 10) return cutTo(`${title}${counts(transfer).join('  ')}`, width);
  const tail = [...counts(transfer), visible(transfer.subject)].filter((part) => part !== '').join('  ');
  return `${title}${bar === undefined ? '' : `${bar}  `}${cutTo(tail, room)}`;
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
