import stringWidth from 'string-width';
import type { Palette } from './palette.ts';

/** Terminal cells of a bar, without what stands behind it. */
export const barCells = 20;

/** `━━━━━━━━━━──────────`: how much of something is done. Nothing to do is all done. */
export function progressBar({ done, total }: { done: number; total: number }, colours: Palette): string {
  const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
  const cells = Math.floor(share * barCells);
  return `${colours.good('━'.repeat(cells))}${colours.faint('─'.repeat(barCells - cells))}`;
}

/** As much of a text as fits a number of terminal cells. */
export function cutTo(text: string, cells: number): string {
  let kept = '';
  let left = cells;
  for (const character of text) {
    left -= stringWidth(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
