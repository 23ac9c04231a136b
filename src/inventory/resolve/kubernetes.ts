import { compareText } from '../../shared/finding.ts';
import type { Taint } from '../model/node.ts';
import type { Layers } from './layer.ts';
import { builtIn, fromFile, type Note } from './note.ts';
import { mergedEntries, pick } from './pick.ts';
import { at, items, text } from './written.ts';

/** Labels of the Kubernetes node, merged by key and in order of key. */
export function resolveLabels(layers: Layers, note: Note): Readonly<Record<string, string>> {
  const labels: [string, string][] = [];
  for (const [key, written] of mergedEntries(layers, ['labels'])) {
    const value = text(written);
    if (value === undefined) continue;
    labels.push([key, value]);
    note(['labels', key], fromFile(written));
  }
  return Object.fromEntries(labels.sort(([a], [b]) => compareText(a, b)));
}

/** Taints of the Kubernetes node. A more specific list replaces the others. */
export function resolveTaints(layers: Layers, note: Note): readonly Taint[] {
  const written = pick(layers, ['taints']);
  note(['taints'], written === undefined ? builtIn : fromFile(written));
  if (written === undefined) return [];
  return items(written).flatMap((taint) => {
    const key = text(at(taint, 'key'));
    const value = text(at(taint, 'value'));
    const effect = text(at(taint, 'effect'));
    if (key === undefined || !isEffect(effect)) return [];
    return [{ key, ...(value === undefined ? {} : { value }), effect }];
  });
}

function isEffect(effect: string | undefined): effect is Taint['effect'] {
  return effect === 'NoSchedule' || effect === 'PreferNoSchedule' || effect === 'NoExecute';
}
