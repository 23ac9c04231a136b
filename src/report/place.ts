import type { Place } from '../shared/finding.ts';
import { visible } from './visible.ts';

/** `inventory/nodes/lenovo1.yaml:6:10`, as editors and terminals make a link of it. */
export function placeText({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}
