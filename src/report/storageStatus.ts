import type { JournalEntry, JournalReimage, LockState } from '../deploy/plan/state.ts';
import { shortDigest } from '../shared/digest.ts';
import { byteSize } from './bytes.ts';
import { counted, duration } from './counts.ts';
import { nodeCounts } from './deployPlan.ts';
import { jsonText } from './jsonText.ts';
import { moment } from './moment.ts';
import { nodeStatusText } from './nodeStatusText.ts';
import { type Palette, palette } from './palette.ts';
import type { InventoryComparison, StorageHealth, StorageReport } from './storageReport.ts';
import { storedName } from './storedName.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** Lines of the journal that are shown. */
export const shownEntries = 5;

/** What lies on a storage, as a person reads it. */
export function storageStatusText(report: StorageReport, colour: boolean): string {
  const colours = palette(colour);
  return [
    `${colours.strong(visible(report.site))} · ${visible(report.target)}\n`,
    `${visible(systemLine(report))}\n`,
    releaseTable(report, colours),
    imageTable(report),
    '\n',
    ...healthLines(report.health, colours),
    `lock: ${lockLine(report.lock, colours)}\n`,
    ...report.journal.slice(-shownEntries).map((entry) => `${journalLine(entry)}\n`),
    `${inventoryLine(report.inventory, colours)}\n`,
    ...(report.nodes === undefined ? [] : [`\n${nodeStatusText(report.nodes, colour)}`]),
  ].join('');
}

/** The same as data. */
export function storageStatusJson(report: StorageReport): string {
  const { pointer, mount, space, lock, health, inventory, ...others } = report;
  return jsonText({
    version: 1,
    ...others,
    mount: mount ?? null,
    space: space ?? null,
    pointer: pointer === undefined ? null : { ...pointer, previous: pointer.previous ?? null },
    lock:
      lock === undefined
        ? null
        : { ...lock, owner: lock.owner ?? null, quietSeconds: lock.quietSeconds ?? null },
    health: {
      ...health,
      served:
        health.served === undefined
          ? null
          : { url: health.served.url, problem: health.served.problem ?? null },
    },
    inventory: inventory.kind === 'compared' ? inventory.plan : null,
  });
}

/** `OpenWrt 24.10.2 · /dev/sda1 ext4 on /mnt/usb · 11.2 GiB of 14.6 GiB free` */
export function systemLine({ system, mount, space }: StorageReport): string {
  return [
    system,
    ...(mount === undefined ? [] : [`${mount.device} ${mount.fileSystem} on ${mount.point}`]),
    ...(space === undefined ? [] : [`${byteSize(space.freeBytes)} of ${byteSize(space.totalBytes)} free`]),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function releaseTable({ releases }: StorageReport, colours: Palette): string {
  if (releases.length === 0) return '\nno release is there yet\n';
  const rows = releases.map(({ id, state, files, bytes }) => [
    shortDigest(id),
    { text: state, paint: state === 'current' ? colours.good : colours.faint },
    String(files),
    byteSize(bytes),
  ]);
  return `\n${table(['RELEASE', 'STATE', 'FILES', 'SIZE'], rows)}`;
}

function imageTable({ images }: StorageReport): string {
  if (images.length === 0) return '';
  const rows = images.map(({ path, files, bytes, releases }) => [
    storedName(path),
    String(files),
    byteSize(bytes),
    counted(releases.length, 'release'),
  ]);
  return `\n${table(['IMAGES', 'FILES', 'SIZE', 'NEEDED BY'], rows)}`;
}

function healthLines({ problems, notes, served }: StorageHealth, colours: Palette): string[] {
  return [
    ...problems.map(({ message, next }) => `${colours.error('✗')} ${visible(message)}\n  ${visible(next)}\n`),
    ...notes.map((note) => `${colours.warning('!')} ${visible(note)}\n`),
    ...(served === undefined || served.problem !== undefined
      ? []
      : [`${colours.good('✓')} ${visible(served.url)} serves the current release\n`]),
  ];
}

function lockLine(lock: LockState | undefined, colours: Palette): string {
  if (lock === undefined) return 'free';
  return lock.verdict === 'stale' ? visible(lockWords(lock)) : colours.warning(visible(lockWords(lock)));
}

/** `held by louis@laptop (deploy) since 2026-07-14 09:30:05 UTC: it was last heard of 2 s ago; token 0123…` */
export function lockWords({ owner, verdict, reason }: LockState): string {
  if (owner === undefined) return `${verdict}, of an owner that cannot be read: ${reason}`;
  const { who, command, since, token, url } = owner;
  const page = url === undefined ? '' : `, ${url}`;
  return `${verdict === 'held' ? 'held' : 'left behind'} by ${who} (${command}${page}) since ${moment(since)}: ${reason}; token ${token}`;
}

const eventWords: Readonly<Record<JournalEntry['event'], string>> = {
  deployed: 'deployed',
  rolledBack: 'rolled back',
  collected: 'collected garbage',
  verified: 'verified',
  reimaged: 'reimaged',
};

const reimageWords: Readonly<Record<JournalReimage['outcome'], string>> = {
  done: '',
  failed: ' (failed)',
  out: ' (given up)',
  removed: ' (removed from the cluster)',
};

/** `2026-07-14 09:30:05 UTC deployed 0123456789ab by louis@laptop, 48.2 KiB in 1.2 s` */
export function journalLine({ event, at, who, release, bytes, seconds, reimage }: JournalEntry): string {
  const what = release === undefined ? '' : ` ${shortDigest(release)}`;
  const nodes = reimage === undefined ? '' : ` ${reimage.nodes.join(', ')}${reimageWords[reimage.outcome]}`;
  const size = bytes === undefined ? '' : `, ${byteSize(bytes)}`;
  const time = bytes === undefined || seconds === undefined ? '' : ` in ${duration(seconds * 1000)}`;
  return visible(`${moment(at)} ${eventWords[event] ?? event}${what}${nodes} by ${who}${size}${time}`);
}

function inventoryLine(inventory: InventoryComparison, colours: Palette): string {
  if (inventory.kind === 'notCompared') return `inventory: not compared: ${visible(inventory.reason)}`;
  const { from, to } = inventory.plan;
  const release = from === to ? 'the current release' : `release ${shortDigest(to)}, not current`;
  return `inventory: ${release} · ${nodeCounts(inventory.plan, colours)}`;
}
