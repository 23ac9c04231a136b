import { counted } from './counts.ts';
import { jsonText } from './jsonText.ts';
import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** What became of a site's image lock. */
export interface ImagesLockReport {
  readonly site: string;
  readonly file: string;
  readonly missing: readonly string[];
  readonly changes: readonly {
    readonly what: string;
    readonly change: 'added' | 'removed' | 'updated' | 'changed';
    readonly details: readonly string[];
  }[];
  readonly outcome: 'checked' | 'planned' | 'written' | 'unchanged';
}

/** What changed, or what is missing, a line each. */
export function imagesLockText(report: ImagesLockReport, colour: boolean): string {
  const { site, file, missing, changes, outcome } = report;
  const colours = palette(colour);
  const title = `${colours.strong(visible(site))} · ${visible(file)}\n`;
  if (outcome === 'checked') {
    if (missing.length === 0) return `${title}${colours.good('✓')} has all that the nodes want\n`;
    const lines = missing.map((each) => `  ${visible(each)}\n`).join('');
    return `${title}${colours.error('✗')} is behind the inventory, it lacks:\n${lines}  pilotlight images lock adds what is missing\n`;
  }
  const signs = { added: '+', removed: '-', updated: '~', changed: '~' } as const;
  const lines = changes.map(({ what, change, details }) => {
    const more = change === 'updated' ? details.join(' → ') : details.join(', ');
    return `  ${signs[change]} ${visible(what)}${more === '' ? '' : `: ${visible(more)}`}\n`;
  });
  const ends = {
    written: `${colours.good('✓')} written, ${counted(changes.length, 'change')}\n`,
    unchanged: `${colours.good('✓')} nothing to change\n`,
    planned: `${counted(changes.length, 'change')}, nothing was written\n`,
  } as const;
  return `${title}${lines.join('')}${ends[outcome]}`;
}

/** The same as data. */
export function imagesLockJson(report: ImagesLockReport): string {
  return jsonText({ version: 1, ...report });
}
