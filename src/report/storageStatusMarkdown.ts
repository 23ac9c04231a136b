import { shortDigest } from '../shared/digest.ts';
import { byteSize } from './bytes.ts';
import { counted } from './counts.ts';
import { nodeCounts } from './deployPlan.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';
import { palette } from './palette.ts';
import type { StorageReport } from './storageReport.ts';
import { journalLine, lockWords, shownEntries, systemLine } from './storageStatus.ts';
import { storedName } from './storedName.ts';

/** What lies on a storage, for the job summary, in Markdown. */
export function storageStatusMarkdown(report: StorageReport): string {
  const { releases, images, health, lock, journal } = report;
  return [
    `## Pilotlight: storage of ${markdownText(report.site)}\n`,
    `${markdownCode(report.target)} · ${markdownText(systemLine(report))}\n`,
    ...health.problems.map(({ message, next }) => `❌ ${markdownText(message)}<br>${markdownText(next)}\n`),
    ...health.notes.map((note) => `⚠️ ${markdownText(note)}\n`),
    health.served === undefined || health.served.problem !== undefined
      ? ''
      : `✅ ${markdownText(health.served.url)} serves the current release\n`,
    releases.length === 0 ? 'No release is there yet.\n' : releaseTable(releases),
    images.length === 0 ? '' : imageTable(images),
    `Lock: ${lock === undefined ? 'free' : markdownText(lockWords(lock))}\n`,
    journal.length === 0
      ? ''
      : `${journal
          .slice(-shownEntries)
          .map((entry) => `- ${markdownText(journalLine(entry))}\n`)
          .join('')}`,
    `${inventoryText(report)}\n`,
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function releaseTable(releases: StorageReport['releases']): string {
  const rows = releases.map(({ id, state, files, bytes }) => [
    markdownCode(shortDigest(id)),
    state === 'current' ? '**current**' : state,
    String(files),
    byteSize(bytes),
  ]);
  return markdownTable(['Release', 'State', 'Files', 'Size'], rows);
}

function imageTable(images: StorageReport['images']): string {
  const rows = images.map(({ path, files, bytes, releases }) => [
    markdownCode(storedName(path)),
    String(files),
    byteSize(bytes),
    counted(releases.length, 'release'),
  ]);
  return markdownTable(['Images', 'Files', 'Size', 'Needed by'], rows);
}

function inventoryText({ inventory }: StorageReport): string {
  return inventory.kind === 'compared'
    ? `Inventory: ${markdownText(nodeCounts(inventory.plan, palette(false)))}`
    : `Inventory: not compared: ${markdownText(inventory.reason)}`;
}
