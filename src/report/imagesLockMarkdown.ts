import { counted } from './counts.ts';
import type { ImagesLockReport } from './imagesLock.ts';
import { markdownCode, markdownTable, markdownText } from './markdown.ts';

/** Most changes of a site that are listed. */
const mostChanges = 200;

/** What changed in image locks, from which version to which, as Markdown: for a pull request and a job summary. */
export function imagesLockMarkdown(reports: readonly ImagesLockReport[]): string {
  const changed = reports.filter(({ changes, outcome }) => changes.length > 0 || outcome === 'written');
  if (changed.length === 0) return 'The image lock is up to date.\n';
  return changed.map(siteText).join('\n');
}

function siteText({ site, file, changes, outcome }: ImagesLockReport): string {
  const shown = changes.slice(0, mostChanges);
  const left = changes.length - shown.length;
  const rows = shown.map((change) => [markdownText(change.what), ...versionsOf(change)]);
  return [
    `### Images of ${markdownText(site)}\n\n`,
    `${markdownCode(file)}${outcome === 'planned' ? ' would change' : ' changed'}:\n\n`,
    rows.length === 0 ? 'only in its form\n' : markdownTable(['What', 'From', 'To'], rows),
    left === 0 ? '' : `\n… and ${counted(left, 'more change')}\n`,
  ].join('');
}

/** The cells of a change: from, and to. */
function versionsOf({ change, details }: ImagesLockReport['changes'][number]): [string, string] {
  const [first = '', second = ''] = details.map(markdownCode);
  switch (change) {
    case 'updated':
      return [first, second];
    case 'added':
      return ['', first === '' ? 'new' : `new: ${first}`];
    case 'removed':
      return [first, 'gone'];
    case 'changed':
      return ['', details.map(markdownText).join('<br>')];
  }
}
