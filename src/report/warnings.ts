import { palette } from './palette.ts';
import { visible } from './visible.ts';

/** What did not go as it should and does no harm, a line each. */
export function warningLines(warnings: readonly string[], colour: boolean): string {
  const { warning } = palette(colour);
  return warnings.map((each) => `${warning('!')} ${visible(each)}\n`).join('');
}
